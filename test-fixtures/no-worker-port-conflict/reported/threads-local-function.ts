import { createServer, type RequestListener } from "node:http";
import { cpus } from "node:os";
import { isMainThread, Worker } from "node:worker_threads";

const answer: RequestListener = (_req, res) => res.end("ok");

function startWorkers(): void {
  for (const _cpu of cpus()) new Worker(new URL(import.meta.url));
}

function startServer(): void {
  const server = createServer(answer);
  server.requestTimeout = 30_000;
  server.listen(8443, () => console.log("thread is up"));
  //     ^^^^^^ no-worker-port-conflict threads
}

if (isMainThread) startWorkers();
else startServer();
