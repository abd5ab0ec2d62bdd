import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const server = createServer();
const wss = new WebSocketServer({ server, path: "/live" });

wss.on("connection", (socket) => socket.send("hello"));
server.listen({ port: 8080, reusePort: process.platform === "linux" });
