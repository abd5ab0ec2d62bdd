import { WebSocketServer } from "ws";

const sockets = new WebSocketServer({ port: 9001 });
sockets.on("connection", (socket) => socket.send("hi"));
process.on("SIGTERM", () => console.info("going down"));
//      ^^ require-exit-on-signal logs
