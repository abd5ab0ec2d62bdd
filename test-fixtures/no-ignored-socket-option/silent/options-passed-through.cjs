"use strict";

const net = require("net");

module.exports = function createGateway(options, ...listenArguments) {
  const server = net.createServer(options, (socket) => socket.end());
  server.listen(...listenArguments);
  return server;
};
