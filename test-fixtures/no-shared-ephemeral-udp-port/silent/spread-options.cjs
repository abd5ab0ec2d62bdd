const dgram = require("dgram");

module.exports = function createClient(socketOptions, bindOptions) {
  const socket = dgram.createSocket({ type: "udp4", ...socketOptions });
  socket.bind(0);

  const second = dgram.createSocket({ type: "udp4", reuseAddr: true });
  second.bind({ address: "127.0.0.1", ...bindOptions });
  return () => [socket, second].forEach((each) => each.close());
};
