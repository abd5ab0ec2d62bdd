import { createServer } from "node:http";
import { isMainThread, threadId, Worker } from "node:worker_threads";

const BASE = 3000;

if (isMainThread) {
  for (let i = 0; i < 4; i++) new Worker(new URL(import.meta.url));
} else {
  createServer((_req, res) => res.end(`thread ${threadId}\n`)).listen(BASE + threadId);
}
