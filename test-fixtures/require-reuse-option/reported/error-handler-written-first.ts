import net from "node:net";
import { onClient } from "./client";

export function serveWithFallback(wanted: number): net.Server {
  const server = net.createServer(onClient);
  server.once("error", (err: NodeJS.ErrnoException) => {
    if (err.code === "EADDRINUSE") server.listen(0);
  });
  server.listen(wanted);
  //     ^^^^^^ require-reuse-option noPolicy
  return server;
}
