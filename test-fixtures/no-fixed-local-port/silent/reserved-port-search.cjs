const net = require("net");

function rlogin(host, done, localPort = 1023) {
  if (localPort < 512) return done(new Error("all reserved ports are in use"));
  const socket = net.connect({ host, port: 513, localPort });
  socket.once("error", (err) => {
    if (err.code === "EADDRINUSE") return rlogin(host, done, localPort - 1);
    done(err);
  });
  socket.once("connect", () => done(null, socket));
}

module.exports = rlogin;
