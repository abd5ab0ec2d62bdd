const dgram = require("dgram");

function query(host, payload, done) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                  ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  const timer = setTimeout(() => finish(new Error("timed out")), 2000);

  function finish(error, reply) {
    clearTimeout(timer);
    socket.close();
    done(error, reply);
  }

  socket.once("message", (reply) => finish(null, reply));
  socket.once("error", finish);
  socket.bind();
  socket.send(payload, 161, host);
}

module.exports = query;
