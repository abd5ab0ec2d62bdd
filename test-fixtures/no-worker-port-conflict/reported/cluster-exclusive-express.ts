import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import express from "express";
import { api } from "./api";

function work(port: number): void {
  const app = express();
  app.use("/api", api);
  const options = {
    port,
    host: "0.0.0.0",
    exclusive: true,
//  ^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
  };
  app.listen(options, () => console.log(`worker ${cluster.worker?.id} is up`));
}

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
} else {
  work(3000);
}
