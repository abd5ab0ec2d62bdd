import http from "node:http";
import { workerData } from "node:worker_threads";

http.createServer((request, response) => response.end("tile")).listen(workerData.port);
