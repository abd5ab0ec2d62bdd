const dgram = require("dgram");

module.exports = (options) => {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true, ...options });
  socket.bind(5005);
};
