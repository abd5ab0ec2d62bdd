import http from "node:http";
import { Worker, isMainThread, parentPort } from "node:worker_threads";
import { limitOf, primesBelow } from "./work.js";

const THREADS = 2;

if (isMainThread) {
  const waiting = new Map();
  const workers = Array.from({ length: THREADS }, () => {
    const worker = new Worker(new URL(import.meta.url));
    worker.on("message", ({ id, count }) => {
      waiting.get(id)?.end(`${count}\n`);
      waiting.delete(id);
    });
    return worker;
  });
  let id = 0;
  const server = http.createServer((request, response) => {
    waiting.set(++id, response);
    workers[id % THREADS].postMessage({ id, limit: limitOf(request.url) });
  });
  server.listen({ port: Number(process.env.PORT ?? 18090), host: "127.0.0.1", reusePort: false }, () => {
    console.log(`pool on ${server.address().port}`);
  });
  process.once("SIGTERM", () => server.close(() => workers.forEach((worker) => void worker.terminate())));
} else {
  parentPort?.on("message", ({ id, limit }) => parentPort?.postMessage({ id, count: primesBelow(limit) }));
}
