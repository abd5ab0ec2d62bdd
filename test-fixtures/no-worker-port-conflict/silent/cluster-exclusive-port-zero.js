const cluster = require("cluster");
const net = require("net");

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
} else {
  const debug = net.createServer((c) => c.end());
  debug.listen({ port: 0, exclusive: true }, () => console.log("debug port", debug.address().port));
}
