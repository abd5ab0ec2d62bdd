var dgram = require("dgram");

var socket = null;

exports.start = function (config, onPacket) {
  socket = dgram.createSocket("udp4", onPacket);
//               ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  socket.on("listening", function () {
    try {
      socket.addMembership(config.group, config.interface);
    } catch (error) {
      console.error("cannot join %s: %s", config.group, error.message);
    }
  });
  socket.bind(config.port);
};

exports.stop = function () {
  if (socket) socket.close();
  socket = null;
};
