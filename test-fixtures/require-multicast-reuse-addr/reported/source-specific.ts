import * as dgram from "node:dgram";

export function subscribe(source: string, group: string, port: number, sink: (b: Buffer) => void) {
  const feed = dgram.createSocket({ type: "udp4", recvBufferSize: 4 << 20 });
//                   ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  feed.on("message", sink);
  feed.bind(port, () => feed.addSourceSpecificMembership(source, group));
  return { stop: () => feed.close() };
}
