import { createServer } from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

let started = 0;

if (isMainThread) {
  while (started++ < 3) new Worker(new URL(import.meta.url));
} else {
  createServer((_req, res) => res.end()).listen({ port: 9400, exclusive: true });
  //                                     ^^^^^^ no-worker-port-conflict threads
}
