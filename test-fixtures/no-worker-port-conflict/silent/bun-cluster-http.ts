// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import cluster from "node:cluster";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  createServer((_req, res) => res.end(`${process.pid}\n`)).listen(3000);
  //                                                       ^^^^^^ no-silent-port-sharing sharesInBunCluster
}
