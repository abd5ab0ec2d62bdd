const cluster = require("cluster");
const http = require("http");
if (cluster.isPrimary) cluster.fork();
else {
  http.createServer().listen(8000);
  process.on("SIGINT", () => {});
}
