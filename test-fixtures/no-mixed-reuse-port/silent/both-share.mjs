// @fixture {"settings":{"platforms":["linux"]}}
import cluster from "node:cluster";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  cluster.fork();
} else {
  createServer((_req, res) => res.end("a")).listen({ port: 3000, reusePort: true });
  createServer((_req, res) => res.end("b")).listen({ port: 3000, reusePort: true });
}
