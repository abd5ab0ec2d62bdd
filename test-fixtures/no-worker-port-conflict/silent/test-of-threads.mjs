// @fixture {"filename":"test/threads.mjs"}
import { createServer } from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < 2; i++) new Worker(new URL(import.meta.url));
} else {
  createServer((_req, res) => res.end()).listen(3000);
}
