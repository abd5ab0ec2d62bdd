import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  const size = availableParallelism();
  Array.from({ length: size }, () => new Worker(new URL(import.meta.url)));
} else {
  const server = createServer((req, res) => {
    res.setHeader("content-type", "application/json");
    res.end(JSON.stringify({ pid: process.pid, url: req.url }));
  });
  server.listen({ port: 8080, host: "0.0.0.0" });
  //     ^^^^^^ no-worker-port-conflict threads
}
