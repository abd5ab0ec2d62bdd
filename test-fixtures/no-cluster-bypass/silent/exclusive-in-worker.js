import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  cluster.on("listening", (worker, { port }) => console.log(worker.id, port));
  cluster.fork();
  cluster.fork();
} else {
  createServer().listen({ port: 7001, exclusive: true });
  //                                  ^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
}
