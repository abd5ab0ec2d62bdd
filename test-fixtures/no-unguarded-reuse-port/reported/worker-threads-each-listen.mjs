import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { isMainThread, threadId, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < availableParallelism(); i++) new Worker(new URL(import.meta.url));
} else {
  createServer((req, res) => res.end(`thread ${threadId}\n`)).listen({ port: 8000, reusePort: true });
  //                                                                               ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
}
