import { WebSocketServer } from "ws";
import { createServer } from "node:net";

new WebSocketServer({ port: 8081, exclusive: true } as object);

createServer({ exclusive: true } as object, (socket) => socket.end()).listen({ port: 8082, exclusive: true });
