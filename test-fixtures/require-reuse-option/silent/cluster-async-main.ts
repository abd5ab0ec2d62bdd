import cluster from "node:cluster";
import { cpus } from "node:os";
import { NestFactory } from "@nestjs/core";
import express from "express";
import { AppModule } from "./app.module";

async function bootstrap(): Promise<void> {
  if (cluster.isPrimary) {
    for (const _cpu of cpus()) cluster.fork();
    cluster.on("exit", () => cluster.fork());
    return;
  }
  await NestFactory.createApplicationContext(AppModule);
  const health = express();
  health.get("/", (_req, res) => void res.send("ok"));
  health.listen(4000);
}

void bootstrap();
