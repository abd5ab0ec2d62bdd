const dgram = require("dgram");
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
if (process.argv[2] === "send") {
  socket.addMembership("239.0.0.5");
} else {
  socket.bind(6004);
}
