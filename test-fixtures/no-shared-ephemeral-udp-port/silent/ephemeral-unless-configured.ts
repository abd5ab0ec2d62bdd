import { createSocket, type Socket } from "node:dgram";

export function receive(port = 0): Socket {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(port);
  return socket;
}

export function receiveFrom(options: { port?: number }): Socket {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(options.port ?? 0);
  return socket;
}
