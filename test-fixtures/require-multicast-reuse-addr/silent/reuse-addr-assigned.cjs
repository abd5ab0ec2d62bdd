const dgram = require("dgram");

const options = { type: "udp4" };
options.reuseAddr = true;

const socket = dgram.createSocket(options);
socket.bind(1900, () => {
  socket.addMembership("239.255.255.250");
});
