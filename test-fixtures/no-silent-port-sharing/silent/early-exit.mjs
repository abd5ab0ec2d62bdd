// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { app } from "./app.mjs";

export function takeOver(oldPid) {
  if (!oldPid) return null;
  const server = createServer(app);
  server.listen({ port: 3000, reusePort: true }, () => process.kill(oldPid, "SIGTERM"));
  return server;
}
