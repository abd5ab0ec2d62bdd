import cluster from "node:cluster";
import { createServer } from "node:http";
import { handler } from "./handler";

const workers = Number(process.env.WEB_CONCURRENCY ?? 1);

if (workers > 1 && cluster.isPrimary) {
  for (let i = 0; i < workers; i++) cluster.fork();
} else {
  createServer(handler).listen(8080);
}
