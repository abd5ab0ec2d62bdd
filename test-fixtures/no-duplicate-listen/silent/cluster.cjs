const cluster = require("cluster");
const http = require("http");

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  http.createServer((req, res) => res.end("status")).listen(8800);
  //                                                 ^^^^^^ require-reuse-option noPolicy
} else {
  http.createServer(require("./app")).listen(8800);
}
