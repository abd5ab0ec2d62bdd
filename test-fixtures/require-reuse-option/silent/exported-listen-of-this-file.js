const dgram = require("node:dgram");

exports.listen = function listen(port, onMessage) {
  const socket = dgram.createSocket("udp4", onMessage);
  socket.bind(port);
  return socket;
};

if (require.main === module) {
  exports.listen(6969, (message) => console.log(message.length));
}
