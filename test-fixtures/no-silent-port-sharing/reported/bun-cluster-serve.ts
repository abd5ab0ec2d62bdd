import cluster from "node:cluster";
import { availableParallelism } from "node:os";

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  Bun.serve({
  //  ^^^^^ no-silent-port-sharing sharesInBunCluster
    port: 3000,
    fetch: () => new Response(`served by ${process.pid}`),
  });
}
