import { createSocket, type RemoteInfo } from "node:dgram";

type Handler = (message: Buffer, peer: RemoteInfo) => void;

export function receive(port: number, handler: Handler): () => void {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
//                                            ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  socket.on("message", handler);
  socket.bind(port);
  return () => socket.close();
}
