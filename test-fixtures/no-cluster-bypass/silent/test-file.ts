// @fixture {"filename":"e2e/cluster.ts"}
import cluster from "node:cluster";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  cluster.on("listening", () => cluster.disconnect());
  cluster.fork();
} else {
  createServer().listen({ port: 8080, reusePort: true });
}
