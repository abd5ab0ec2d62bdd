import http from "node:http";
import { isMainThread, Worker } from "node:worker_threads";

if (isMainThread) {
  new Worker(new URL(import.meta.url));
  http.createServer((request, response) => response.end("main")).listen(8801);
  //                                                             ^^^^^^ require-reuse-option noPolicy
}
if (!isMainThread) http.createServer((request, response) => response.end("thread")).listen(8801);
//                                                                                  ^^^^^^ require-reuse-option workerNoPolicy
