// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import cluster from "node:cluster";
import express from "express";
import { api } from "./api";

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
} else {
  const app = express();
  app.use("/api", api);
  app.listen(Number(process.env.PORT ?? 3000));
  //  ^^^^^^ no-silent-port-sharing sharesInBunCluster
}
