import dgram from "node:dgram";

export function listen(port, host) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  if (host) socket.bind(port, host);
  else socket.bind(port);
  socket.addMembership("239.7.7.7");
//       ^^^^^^^^^^^^^ valid-multicast-membership early
  return socket;
}
