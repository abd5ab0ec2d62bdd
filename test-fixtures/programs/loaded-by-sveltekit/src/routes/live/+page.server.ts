import { WebSocketServer } from "ws";

const room = new WebSocketServer({ port: 3011 });
//               ^^^^^^^^^^^^^^^ no-listen-on-import loader
room.on("connection", (socket) => socket.send("hello"));

export const load = () => ({ people: room.clients.size });
