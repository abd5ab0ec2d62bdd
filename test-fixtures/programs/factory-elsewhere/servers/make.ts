import { createServer, type Server } from "node:net";

export function makeServer(): Server {
  return createServer((socket) => socket.pipe(socket));
}
