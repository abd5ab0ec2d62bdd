const http = require("node:http");
const { isMainThread, Worker } = require("node:worker_threads");

if (isMainThread) {
  for (let i = 0; i < 2; i++) new Worker(__filename);
} else {
  http.createServer((req, res) => res.end()).listen({ port: 3000, reusePort: false });
}
