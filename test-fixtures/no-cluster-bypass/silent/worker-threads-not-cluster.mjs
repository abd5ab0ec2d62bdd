import { createServer } from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < 4; i++) {
    const worker = new Worker(new URL(import.meta.url));
    worker.on("listening", () => console.log("thread up"));
  }
} else {
  createServer((req, res) => res.end()).listen({ port: 8000, reusePort: process.platform === "linux" });
}
