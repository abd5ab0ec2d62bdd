// @fixture {"package":{"engines":{"node":">=22.12"}}}
import { createServer } from "node:http";

const server = createServer((_request, response) => response.end());
server.listen({ port: 3000, reusePort: process.platform === "linux" });
