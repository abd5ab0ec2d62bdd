import { createSocket } from "node:dgram";

export function join(port, group, onMessage) {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  socket.on("message", onMessage);
  socket.bind(port, () => socket.addMembership(group));
  return () => socket.close();
}
