const cluster = require("cluster");
const http = require("http");
const os = require("os");

if (cluster.isMaster) {
  os.cpus().forEach(() => cluster.fork());
  cluster.on("listening", (worker) => console.log(worker.id, "is up"));
} else {
  http.createServer((req, res) => res.end()).listen({ port: 3000, reusePort: true });
  //                                                              ^^^^^^^^^^^^^^^ no-cluster-bypass bypass
  //                                                              ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
}
