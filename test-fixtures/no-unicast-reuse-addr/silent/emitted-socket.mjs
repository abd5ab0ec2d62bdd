import dgram from "node:dgram";
import { EventEmitter } from "node:events";

export const sockets = new EventEmitter();

export function open(port) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(port, () => sockets.emit("ready", socket));
}
