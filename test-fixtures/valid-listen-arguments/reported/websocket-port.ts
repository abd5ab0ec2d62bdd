import { WebSocketServer } from "ws";

const live = new WebSocketServer({ port: 80_80_80 });
//                                 ^^^^^^^^^^^^^^ valid-listen-arguments constant
live.on("connection", (socket) => socket.send("hello"));
