const net = require("node:net");

module.exports = function open(onSocket) {
  if (process.platform === "linux") {
    const shared = net.createServer(onSocket);
    shared.listen({ port: 7400, reusePort: true });
    return shared;
  }
  const alone = net.createServer(onSocket);
  alone.listen({ port: 7400, reusePort: false });
  return alone;
};
