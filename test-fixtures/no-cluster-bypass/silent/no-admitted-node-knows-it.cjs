// @fixture {"package":{"engines":{"node":"^20.0.0"}}}
const cluster = require("cluster");
const http = require("http");

if (cluster.isPrimary) {
  cluster.on("listening", (worker) => console.log(worker.id));
  cluster.fork();
} else {
  http.createServer((req, res) => res.end()).listen({ port: 3000, reusePort: true });
  //                                                              ^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld
}
