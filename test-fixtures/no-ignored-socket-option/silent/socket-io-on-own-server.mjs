import http from "node:http";
import { Server } from "socket.io";

const httpServer = http.createServer();
const io = new Server(httpServer, { cors: { origin: "*" } });

io.on("connection", (socket) => socket.join("lobby"));
httpServer.listen({ port: 3000, reusePort: process.platform === "linux" });
