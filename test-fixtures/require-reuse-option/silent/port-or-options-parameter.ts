import type { Server } from "node:http";

export function start(server: Server, portOrOptions: number | object, done: () => void): void {
  server.listen(portOrOptions, done);
}
