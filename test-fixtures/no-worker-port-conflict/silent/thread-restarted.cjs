const http = require("http");
const { isMainThread, Worker } = require("worker_threads");

if (isMainThread) {
  const start = () => new Worker(__filename);
  start().once("exit", () => new Worker(__filename));
} else {
  http.createServer((req, res) => res.end("ok")).listen({ port: 8082, exclusive: false });
}
