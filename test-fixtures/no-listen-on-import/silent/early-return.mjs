import { fileURLToPath } from "node:url";
import express from "express";
import serverless from "serverless-http";

const app = express();

function start() {
  if (process.argv[1] !== fileURLToPath(import.meta.url)) return;
  app.listen({ port: 3000, reusePort: false });
}
start();

export const handler = serverless(app);
