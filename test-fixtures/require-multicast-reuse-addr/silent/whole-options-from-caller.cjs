const dgram = require("dgram");

module.exports = function (options, group, port) {
  const socket = dgram.createSocket(options);
  socket.bind(port, () => socket.addMembership(group));
  return socket;
};
