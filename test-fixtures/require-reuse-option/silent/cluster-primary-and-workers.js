const cluster = require("node:cluster");
const http = require("node:http");
const { availableParallelism } = require("node:os");

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
  cluster.on("exit", (worker) => {
    console.warn(`worker ${worker.process.pid} died, starting another`);
    cluster.fork();
  });
} else {
  http
    .createServer((req, res) => res.end(`from ${process.pid}\n`))
    .listen(8000);
}
