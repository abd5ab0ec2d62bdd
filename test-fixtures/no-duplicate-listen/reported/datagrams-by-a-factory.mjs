import { createSocket } from "node:dgram";
import { answer } from "./zone.mjs";

function open(type) {
  const socket = createSocket(type);
  socket.on("message", (query, from) => socket.send(answer(query), from.port, from.address));
  return socket;
}

open("udp4").bind(5300);
open("udp6").bind(5300);
//           ^^^^ no-duplicate-listen dualStack
