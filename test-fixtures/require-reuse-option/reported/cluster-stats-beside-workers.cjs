const cluster = require("cluster");
const http = require("http");
const os = require("os");
const stats = require("./stats");

cluster.setupMaster({ exec: "lib/worker.js", silent: false });
for (let i = 0; i < os.cpus().length; i++) cluster.fork();
cluster.on("exit", (worker) => {
  console.error("worker %d died", worker.process.pid);
  cluster.fork();
});

http.createServer((req, res) => res.end(JSON.stringify(stats.read()))).listen(8900);
//                                                                     ^^^^^^ require-reuse-option noPolicy
