import cluster from "node:cluster";
import { startApi, startMetrics } from "./servers/index.js";

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  startMetrics();
} else startApi();
