import cluster from "node:cluster";
import http from "node:http";
import { availableParallelism } from "node:os";

if (cluster.isPrimary) {
  let ready = 0;
  cluster.on("listening", (worker, address) => {
    ready++;
    console.log(`worker ${worker.process.pid} listens on ${address.port}`);
    if (ready === availableParallelism()) process.send?.("ready");
  });
  cluster.on("exit", () => cluster.fork());
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  http
    .createServer((_req, res) => res.end("ok"))
    .listen({ port: 8080, reusePort: process.platform === "linux" });
    //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}
