import cluster, { fork, isPrimary } from "node:cluster";
import { createServer } from "node:http";

if (isPrimary) {
  fork();
  fork();
  cluster.on("listening", () => console.log("one more"));
} else {
  const allowed = new Set(["linux", "freebsd"]);
  createServer((_req, res) => res.end()).listen({ port: 8082, reusePort: allowed.has(process.platform) });
  //                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
