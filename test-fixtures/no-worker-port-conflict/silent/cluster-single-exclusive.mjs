import cluster from "node:cluster";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  cluster.fork();
  cluster.on("exit", () => cluster.fork());
} else {
  createServer((_req, res) => res.end("ok")).listen({ port: 3000, exclusive: true });
}
