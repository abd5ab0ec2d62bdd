import cluster from "node:cluster";
import http from "node:http";
import { availableParallelism } from "node:os";

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
  cluster.on("exit", (worker, code) => {
    console.log(`worker ${worker.id} ended with ${code}`);
    cluster.fork();
  });
} else {
  const server = http.createServer((req, res) => res.end("ok"));
  server.listen({ port: 8080, reusePort: process.platform === "linux" });
  process.on("SIGTERM", () => server.close(() => process.exit(0)));
}
