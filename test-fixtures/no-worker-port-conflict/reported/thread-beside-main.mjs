import { createServer } from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url));
  worker.on("error", (error) => console.error(error));
}

createServer((req, res) => res.end(isMainThread ? "main" : "worker")).listen(8080);
//                                                                    ^^^^^^ no-worker-port-conflict beside
