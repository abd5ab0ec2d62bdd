import { createServer } from "node:net";

export const startDebug = () => createServer((socket) => socket.end("debug")).listen({ port: 7002, reusePort: false });
