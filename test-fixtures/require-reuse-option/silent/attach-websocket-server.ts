import { createServer } from "node:http";
import { Server } from "socket.io";
import { WebSocketServer } from "ws";
import { app } from "./app";

const server = createServer(app);
const wss = new WebSocketServer({ server, path: "/live" });
const io = new Server();
io.listen(server);
wss.on("connection", (ws) => ws.send("welcome"));
server.listen({ port: 8080, exclusive: false });
