const http = require("http");
const { isMainThread, Worker } = require("worker_threads");

if (isMainThread) {
  new Worker(__filename).once("exit", (code) => process.exit(code));
} else {
  http.createServer((req, res) => res.end("ok")).listen(8082);
  //                                             ^^^^^^ require-reuse-option workerNoPolicy
}
