import cluster from "cluster";
import express from "express";

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  process.on("SIGTERM", () => cluster.disconnect(() => process.exit(0)));
} else {
  const app = express();
  app.get("/", (req, res) => res.send(`worker ${cluster.worker.id}`));
  app.listen({ port: 8000, reusePort: process.platform === "linux" });
  //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
