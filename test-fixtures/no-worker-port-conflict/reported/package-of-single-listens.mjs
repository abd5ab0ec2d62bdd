// @fixture {"package":{"portreuse":{"listens":"single"}}}
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { Worker, isMainThread } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < availableParallelism(); i++) new Worker(new URL(import.meta.url));
} else {
  createServer((req, res) => res.end("hello")).listen(3000);
  //                                           ^^^^^^ no-worker-port-conflict
}
