import dgram from "node:dgram";

export function receive(group, port, socketOptions) {
  const socket = dgram.createSocket({ type: "udp4", ...socketOptions });
  socket.bind(port, () => socket.addMembership(group));
  return socket;
}
