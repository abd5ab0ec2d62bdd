import cluster from "node:cluster";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  cluster.once("listening", () => console.log("first worker is up"));
} else {
  createServer((req, res) => res.end()).listen({ port: 8085, reusePort: process.platform === "linux" });
  //                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
