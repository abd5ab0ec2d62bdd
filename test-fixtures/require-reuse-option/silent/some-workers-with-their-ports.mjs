import { createServer } from "node:http";
import { Worker, isMainThread, workerData } from "node:worker_threads";

if (isMainThread) {
  for (const port of process.argv.slice(2)) new Worker(new URL(import.meta.url), { workerData: { port: Number(port) } });
} else {
  createServer((_req, res) => res.end("ok\n")).listen(workerData.port);
}
