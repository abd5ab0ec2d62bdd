import cluster from "node:cluster";
import http from "node:http";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
  cluster.on("exit", () => cluster.fork());
} else {
  const server = http.createServer((_req, res) => res.end("ok"));
  server.listen({ port: 9090, reusePort: process.platform === "linux" });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
  process.once("SIGTERM", () => cluster.worker!.disconnect());
}
