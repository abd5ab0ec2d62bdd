import { Server } from "socket.io";

const io = new Server(3021);
//             ^^^^^^ no-listen-on-import loader
io.on("connection", (socket) => socket.emit("hello"));

export default function handler(_request: unknown, response: { json(body: unknown): void }) {
  response.json({ clients: io.engine.clientsCount });
}
