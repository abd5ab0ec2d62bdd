import cluster from "node:cluster";
import { startAdmin, startGate } from "./servers.js";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
  startAdmin();
} else {
  startGate();
}
