import { createServer } from "node:http";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { resize } from "./resize";

if (isMainThread) {
  const pool: Worker[] = [];
  for (let i = 0; i < 4; i++) pool.push(new Worker(__filename));
  let next = 0;
  createServer((req, res) => {
    const worker = pool[next++ % pool.length]!;
    worker.once("message", (image: Uint8Array) => res.end(image));
    worker.postMessage(req.url);
  }).listen(8080);
  // ^^^^^^ require-reuse-option noPolicy
} else {
  parentPort!.on("message", async (url: string) => parentPort!.postMessage(await resize(url)));
}
