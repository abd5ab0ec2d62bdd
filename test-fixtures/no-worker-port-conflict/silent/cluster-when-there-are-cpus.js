const cluster = require("cluster");
const http = require("http");
const cpus = require("os").cpus().length;

if (cluster.isMaster && cpus > 1 && process.env.CLUSTER) {
  for (let i = 0; i < cpus; i++) cluster.fork();
} else {
  http.createServer((req, res) => res.end("ok")).listen(3000);
}
