const cluster = require("cluster");
const http = require("http");
const { clustered, workers } = require("./config");

if (clustered && cluster.isMaster) {
  for (let i = 0; i < workers; i++) cluster.fork();
}

http.createServer((req, res) => res.end("ok")).listen(3000);
