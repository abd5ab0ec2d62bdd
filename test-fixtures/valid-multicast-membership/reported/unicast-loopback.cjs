const dgram = require("dgram");
const HOST = "localhost";
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(4446, HOST);
socket.on("listening", () => {
  socket.addMembership("230.0.0.1");
//       ^^^^^^^^^^^^^ valid-multicast-membership unicast
});
