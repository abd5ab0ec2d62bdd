import { createServer } from "node:http";
import { Worker } from "node:worker_threads";

const workers = [];
for (let i = 0; i < 8; i++) {
  workers.push(new Worker(new URL("./hash-worker.mjs", import.meta.url)));
}

const server = createServer((req, res) => {
  const worker = workers[Math.floor(Math.random() * workers.length)];
  worker.once("message", (digest) => res.end(digest));
  worker.postMessage(req.url);
});
server.listen(8081);
//     ^^^^^^ require-reuse-option noPolicy
