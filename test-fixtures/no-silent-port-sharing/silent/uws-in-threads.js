const os = require("os");
const { isMainThread, threadId, Worker } = require("worker_threads");
const uWS = require("uWebSockets.js");

if (isMainThread) {
  os.cpus().forEach(() => new Worker(__filename));
} else {
  uWS
    .App()
    .get("/*", (res) => res.end(`thread ${threadId}`))
    .listen(4000, (token) => console.log(threadId, Boolean(token)));
}
