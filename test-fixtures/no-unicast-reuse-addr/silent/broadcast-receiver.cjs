const dgram = require("dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });

socket.on("message", (beacon, peer) => console.log(peer.address, beacon.toString()));
socket.bind(6667, () => {
  socket.setBroadcast(true);
});
