import cluster from "node:cluster";
import { createServer } from "node:http";
import { handler } from "./handler";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
}

createServer(handler).listen(cluster.isPrimary ? 9000 : 3000);
