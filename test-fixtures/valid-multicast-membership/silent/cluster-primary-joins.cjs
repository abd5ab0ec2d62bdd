const cluster = require("cluster");
const dgram = require("dgram");
const http = require("http");
if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(15014, () => socket.addMembership("239.20.0.14"));
} else http.createServer().listen(8080);
