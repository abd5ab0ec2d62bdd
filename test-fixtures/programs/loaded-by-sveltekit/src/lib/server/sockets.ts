import { WebSocketServer } from "ws";

export function startSockets() {
  const sockets = new WebSocketServer({ port: 3001 });
  //                  ^^^^^^^^^^^^^^^ no-listen-on-import loader
  sockets.on("connection", (socket) => socket.send("hello"));
}

/** Nobody calls it. */
export function startMore() {
  return new WebSocketServer({ port: 3003 });
}
