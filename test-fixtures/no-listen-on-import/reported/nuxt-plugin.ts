// @fixture {"filename":"server/plugins/socket.ts","package":{"dependencies":{"nuxt":"^3.14.0"}}}
import { createServer } from "node:http";
import { Server } from "socket.io";
import { defineNitroPlugin } from "nitropack/runtime";

export default defineNitroPlugin(() => {
  const server = createServer();
  const io = new Server(server);
  io.on("connection", (socket) => socket.emit("hello"));
  server.listen(3001);
//       ^^^^^^ no-listen-on-import loader
});
