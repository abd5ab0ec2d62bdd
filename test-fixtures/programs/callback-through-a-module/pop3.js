const net = require("net");
const config = require("wild-config");

module.exports = (done) => {
  if (!config.pop3.enabled) return setImmediate(() => done(null, false));
  const server = net.createServer((socket) => socket.end("+OK\r\n"));
  server.on("error", done);
  server.listen(config.pop3.port, config.pop3.host, () => done(null, server));
};
