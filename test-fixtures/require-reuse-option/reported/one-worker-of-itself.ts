import http from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  const api = new Worker(new URL(import.meta.url));
  api.on("exit", (code) => process.exit(code));
} else {
  http.createServer((_req, res) => res.end("from the API thread")).listen(8301);
  //                                                               ^^^^^^ require-reuse-option workerNoPolicy
}
