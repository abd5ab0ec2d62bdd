import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isWorker) {
  const where = { port: 6000 };
  where.exclusive = true;
//^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
  createServer((c) => c.end("hi\n")).listen(where);
} else {
  cluster.fork();
  cluster.fork();
}
