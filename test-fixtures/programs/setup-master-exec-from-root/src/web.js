const net = require("net");

exports.start = function start() {
  net.createServer((socket) => socket.end()).listen(5222);
};
