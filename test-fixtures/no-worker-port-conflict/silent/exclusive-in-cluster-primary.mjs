import cluster from "node:cluster";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { app } from "./app.mjs";
import { collect } from "./metrics.mjs";

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
  createServer(async (_req, res) => res.end(await collect())).listen({ port: 9464, exclusive: true });
} else {
  createServer(app).listen(8080);
}
