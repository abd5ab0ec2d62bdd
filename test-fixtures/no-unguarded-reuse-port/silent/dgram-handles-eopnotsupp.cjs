const dgram = require("dgram");

function open(port, reusePort, onMessage) {
  const sock = dgram.createSocket({ type: "udp4", reusePort });
  sock.on("message", onMessage);
  sock.bind(port);
  return sock;
}

exports.receive = function receive(port, onMessage) {
  const sock = dgram.createSocket({ type: "udp4", reusePort: true });
  sock.on("message", onMessage);
  sock.on("error", (err) => {
    const unsupported = ["ENOTSUP", "EOPNOTSUPP"];
    sock.close();
    if (unsupported.includes(err.code)) return open(port, false, onMessage);
    throw err;
  });
  sock.bind(port);
};
