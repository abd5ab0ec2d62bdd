import cluster from "cluster";
import { createServer } from "http";
import { aggregate } from "./metrics";

if (cluster.isMaster) {
  createServer(async (_req, res) => res.end(await aggregate())).listen(9464);
  //                                                            ^^^^^^ require-reuse-option noPolicy
  cluster.fork();
  cluster.fork();
}
