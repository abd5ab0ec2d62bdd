import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < availableParallelism(); i++) new Worker(new URL(import.meta.url));
} else {
  createServer((_req, res) => res.end("ok")).listen({
    port: 3000,
    reusePort: process.platform === "linux",
  });
}
