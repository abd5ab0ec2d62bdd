// @fixture {"filename":"test/support/udp-stub.ts","settings":{"testFiles":[]}}
import dgram from "node:dgram";

export function startStub(port: number): () => void {
  const stub = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  stub.on("message", (message, peer) => stub.send(message, peer.port, peer.address));
  stub.bind(port, "127.0.0.1");
  return () => stub.close();
}
