const net = require("net");
const { isMainThread, threadId, Worker } = require("worker_threads");

if (isMainThread) {
  for (let i = 0; i < 2; i++) new Worker(__filename);
} else {
  net.createServer((c) => c.pipe(c)).listen(`/tmp/echo-${threadId}.sock`);
}
