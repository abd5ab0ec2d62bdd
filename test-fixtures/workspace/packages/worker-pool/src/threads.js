// With its mistake: every thread listens on the same port. threads-clean.js listens once.
import http from "node:http";
import { Worker, isMainThread, threadId } from "node:worker_threads";
import { limitOf, primesBelow } from "./work.js";

const THREADS = 2;

if (isMainThread) {
  for (let i = 0; i < THREADS; i++) {
    const worker = new Worker(new URL(import.meta.url));
    worker.on("error", (error) => console.log(`thread failed: ${error.message}`));
  }
} else {
  const server = http.createServer((request, response) => response.end(`${primesBelow(limitOf(request.url))}\n`));
  server.listen(Number(process.env.PORT ?? 18090), "127.0.0.1", () => console.log(`thread ${threadId} listens`));
}
