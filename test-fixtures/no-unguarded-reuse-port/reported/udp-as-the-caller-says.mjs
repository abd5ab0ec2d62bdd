import dgram from "node:dgram";

export function receive(port, reuseAddr) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr, reusePort: true });
//                                                             ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  socket.bind(port);
  return socket;
}
