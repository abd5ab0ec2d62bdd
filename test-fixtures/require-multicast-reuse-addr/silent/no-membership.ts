import dgram from "node:dgram";

const unicast = dgram.createSocket("udp4");
unicast.on("message", (message, peer) => unicast.send(message, peer.port, peer.address));
unicast.bind(4242, () => {
  unicast.setMulticastTTL(1);
  unicast.setMulticastLoopback(true);
});
