// @fixture {"package":{"engines":{"node":">=20"}}}
import { createSocket } from "node:dgram";

const dns = createSocket({ type: "udp4", reusePort: process.platform === "linux" });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld

dns.on("message", (query, peer) => {
  dns.send(answer(query), peer.port, peer.address);
});
dns.bind(5353, "127.0.0.1");

function answer(query: Buffer): Buffer {
  const reply = Buffer.from(query);
  reply[2] = 0x81;
  return reply;
}
