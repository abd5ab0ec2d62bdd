import { WebSocketServer } from "ws";

const sockets = new WebSocketServer({ port: 7000 }, (error) => {
//                                                   ^^^^^ no-unheard-listen-error callback
  if (error !== undefined) {
    console.error("chat is closed", error);
  }
});
sockets.on("connection", (socket) => socket.send("welcome"));
