const http = require("http");
const os = require("os");
const { Worker, isMainThread, threadId } = require("worker_threads");

if (isMainThread) {
  for (let i = 0; i < os.cpus().length; i++) {
    const worker = new Worker(__filename);
    worker.on("error", (err) => console.error(err));
  }
} else {
  http
    .createServer((req, res) => res.end(`thread ${threadId}\n`))
    .listen(3000);
//   ^^^^^^ no-worker-port-conflict threads
}
