import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import { startServer } from "./server.js";

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  startServer();
}
