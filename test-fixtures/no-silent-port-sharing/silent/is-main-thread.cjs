// @fixture {"package":{"os":["linux"]}}
const http = require("http");
const { isMainThread, Worker } = require("worker_threads");

const server = http.createServer((req, res) => res.end("any thread"));
server.listen({ port: 4000, reusePort: true });

if (isMainThread) {
  new Worker(__filename);
  new Worker(__filename);
}
