// @fixture {"package":{"os":["linux"]}}
import { createServer } from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  new Worker(new URL(import.meta.url));
  new Worker(new URL(import.meta.url));
} else {
  createServer((req, res) => res.end()).listen({ port: 8088, reusePort: true });
}
