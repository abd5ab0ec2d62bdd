import dgram from "node:dgram";

dgram
  .createSocket({ type: "udp4", reuseAddr: true })
//                              ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  .on("message", (frame, peer) => console.log(peer.address, frame.readUInt16BE(0)))
  .on("error", (error) => console.error(error.message))
  .bind(2055);
