import { createServer } from "node:http";
import { Worker, isMainThread, workerData } from "node:worker_threads";

if (isMainThread) {
  new Worker(new URL(import.meta.url), { workerData: { port: Number(process.env.ADMIN_PORT ?? 9090) } });
} else {
  createServer((_req, res) => res.end("ok\n")).listen(workerData.port);
  //                                           ^^^^^^ require-reuse-option workerNoPolicy
}
