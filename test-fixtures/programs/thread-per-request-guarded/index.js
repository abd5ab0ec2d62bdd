const { Worker, isMainThread } = require("node:worker_threads");
const { createServer } = require("node:http");

const server = createServer((request, response) => {
  const worker = new Worker("./sum.js");
  worker.once("message", (sum) => response.end(String(sum)));
});

if (isMainThread) server.listen(3000);

module.exports = { limit: 1000 };
