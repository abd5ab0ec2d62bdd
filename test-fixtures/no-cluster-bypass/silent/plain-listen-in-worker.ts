import cluster from "node:cluster";
import http from "node:http";

if (cluster.isPrimary) {
  cluster.on("listening", (worker, { port }) => console.log(worker.id, port));
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  http.createServer((_req, res) => res.end("ok")).listen(8080);
}
