import { createServer } from "node:net";
import { isMainThread, threadId, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < 4; i++) new Worker(__filename);
} else {
  createServer((c) => c.end(`thread ${threadId}\n`)).listen({ port: 7000 + threadId, exclusive: false });
}
