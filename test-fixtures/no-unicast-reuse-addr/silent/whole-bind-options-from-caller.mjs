import dgram from "node:dgram";

export function open(bindOptions) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(bindOptions);
  return () => socket.close();
}
