const net = require("net");

const ANY_PORT = 0;

function createDataChannel(onFile) {
  const channel = net.createServer((socket) => onFile(socket));
  channel.maxConnections = 1;
  channel.listen({ port: ANY_PORT, reusePort: true });
//                                 ^^^^^^^^^^^^^^^ no-ignored-socket-option ephemeralPort
  return channel;
}

module.exports = { createDataChannel };
