// @fixture {"package":{"devDependencies":{"@types/bun":"^1.3.0"}}}
import { createServer, type Server } from "node:http";

let server: Server | null = null;

export function start(port: number): void {
  server = createServer((_request, response) => response.end("ok"));
  server.listen({ port, reusePort: true });
//                      ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
}

export function stop(): void {
  server?.close();
  server = null;
}
