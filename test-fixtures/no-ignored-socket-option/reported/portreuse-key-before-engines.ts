// @fixture {"package":{"portreuse":{"node":">=20"},"engines":{"node":">=24"}}}
import { createServer } from "node:http";

createServer((_request, response) => response.end()).listen({
  port: 3000,
  reusePort: process.platform === "linux",
// @3:42 no-ignored-socket-option tooOld
});
