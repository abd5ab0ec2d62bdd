import cluster, { type Worker } from "node:cluster";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";

const stop = (old: Worker) => old.disconnect();

if (cluster.isPrimary) {
  const running = [cluster.fork(), cluster.fork()];
  process.on("SIGHUP", () => {
    for (const child of running) stop(child);
    for (let i = 0; i < availableParallelism(); i++) running.push(cluster.fork());
  });
} else {
  createServer((_req, res) => res.end("ok\n")).listen({ port: 3000, reusePort: process.platform === "linux" });
  //                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
