import dgram from "node:dgram";

interface Options {
  port: number;
  shared?: boolean;
}

export function receive({ port, shared = false }: Options, onMessage: (m: Buffer) => void): void {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: shared });
  socket.on("message", onMessage);
  socket.bind(port);
}
