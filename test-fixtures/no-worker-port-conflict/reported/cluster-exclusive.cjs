const cluster = require("cluster");
const http = require("http");
const numCPUs = require("os").cpus().length;

if (cluster.isMaster) {
  for (let i = 0; i < numCPUs; i++) {
    cluster.fork();
  }
  cluster.on("exit", () => cluster.fork());
} else {
  const server = http.createServer((req, res) => res.end("worker " + cluster.worker.id));
  server.listen({ port: 8000, exclusive: true });
  //                          ^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
}
