const cluster = require("cluster");
const net = require("net");

const port = parseInt(process.env.RELAY_PORT || "33000", 10);

if (cluster.isMaster) {
  cluster.fork();
  cluster.fork();
} else {
  net.createServer((c) => c.pipe(c)).listen(port, "0.0.0.0");
  //                                 ^^^^^^ no-ephemeral-server-port ephemeral
}
