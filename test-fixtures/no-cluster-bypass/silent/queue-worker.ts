import cluster from "node:cluster";
import { createServer } from "node:http";
import { QueueWorker } from "./queue";

if (cluster.isPrimary) {
  for (let i = 0; i < 2; i++) cluster.fork();
} else {
  const worker = new QueueWorker();
  createServer((_req, res) => res.end("ok\n")).listen({ port: 3000, reusePort: process.platform === "linux" });
  process.on("SIGTERM", () => worker.disconnect());
}
