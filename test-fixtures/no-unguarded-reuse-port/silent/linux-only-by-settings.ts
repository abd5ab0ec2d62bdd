// @fixture {"settings":{"platforms":["linux"]}}
import cluster from "node:cluster";
import http from "node:http";
import { availableParallelism } from "node:os";

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  http.createServer((_req, res) => res.end("ok")).listen({ port: 8080, reusePort: true });
}
