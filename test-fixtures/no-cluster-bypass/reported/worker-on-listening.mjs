import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  for (const zone of ["a", "b", "c"]) {
    const worker = cluster.fork({ ZONE: zone });
    worker.on("listening", ({ port }) => console.log(`zone ${zone}: ${port}`));
  }
}

if (cluster.isWorker) {
  const share = process.platform === "linux";
  createServer((c) => c.end(process.env.ZONE)).listen({ port: 7000, host: "::", reusePort: share });
  //                                                                            ^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
