const dgram = require("dgram");
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.on("listening", () => {
  socket.setBroadcast(true);
  socket.addMembership("239.255.255.250");
});
socket.bind(1900);
