// @fixture {"settings":{"platforms":["linux"]}}
import cluster from "node:cluster";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  createServer((_req, res) => res.end(`${process.pid}`)).listen({ port: 8000, reusePort: true });
}
