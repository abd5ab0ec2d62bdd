import http from "node:http";
import { rmSync } from "node:fs";

export function openAdmin(socketPath: string, handler: http.RequestListener): http.Server {
  rmSync(socketPath, { force: true });
  return http.createServer(handler).listen(socketPath);
}
