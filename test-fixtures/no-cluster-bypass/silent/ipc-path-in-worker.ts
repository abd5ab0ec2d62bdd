import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  cluster.on("listening", (worker, address) => console.log(worker.id, address.address));
  cluster.fork();
} else {
  createServer().listen({ path: `/run/app/${cluster.worker!.id}.sock`, reusePort: true });
  //                                                                   ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
}
