import { createServer } from "node:http";
import { handler } from "./handler";

const canShare = process.platform === "linux" || process.platform === "freebsd";

createServer(handler).listen({
  port: 3002,
  ...(canShare ? { reusePort: true } : {}),
});
