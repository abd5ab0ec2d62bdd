import { Server } from "socket.io";

const io = new Server(3001, { cors: { origin: "*" }, reusePort: true } as never);
//                                                   ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

io.on("connection", (socket) => {
  socket.on("chat", (text: string) => socket.broadcast.emit("chat", text));
});
