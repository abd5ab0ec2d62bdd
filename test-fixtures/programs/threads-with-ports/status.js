import http from "node:http";
import { workerData } from "node:worker_threads";

http.createServer((request, response) => response.end("up")).listen(workerData.port);
//                                                           ^^^^^^ require-reuse-option workerNoPolicy
