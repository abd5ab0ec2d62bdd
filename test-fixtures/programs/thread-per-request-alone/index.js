const { Worker } = require("node:worker_threads");
const { createServer } = require("node:http");

const limits = require("./limits");

createServer((request, response) => {
  const worker = new Worker("./sum.js");
  worker.once("message", (sum) => response.end(String(sum)));
}).listen(3000);

createServer((request, response) => {
  // Nobody knows whether a request ever asks for it.
  if (request.url === limits.path) new Worker("./other.js");
  response.end();
}).listen(3001);
