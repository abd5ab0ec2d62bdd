import dgram from "node:dgram";

const GROUP = "224.0.0.251";
const socket = dgram.createSocket("udp4");
//                   ^^^^^^^^^^^^ require-multicast-reuse-addr missing

socket.on("message", (packet, peer) => {
  console.log(`query from ${peer.address}: ${packet.length} bytes`);
});

socket.bind(5353, () => {
  socket.setMulticastTTL(255);
  socket.addMembership(GROUP);
});
