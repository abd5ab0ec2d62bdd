const cluster = require("cluster");
const http = require("http");

if (cluster.isPrimary) {
  const worker = cluster.fork();
  process.on("SIGINT", () => worker.disconnect());
} else {
  http.createServer((req, res) => res.end()).listen(3000, { reusePort: true });
  //                                                        ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
}
