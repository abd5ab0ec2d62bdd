import dgram from "node:dgram";

export function openClient(options: { reuseAddr?: boolean }, done: () => void): () => void {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: options.reuseAddr ?? false });
  socket.bind(0, done);
  return () => socket.close();
}
