const cluster = require(`cluster`);
const http = require("http");

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  http.createServer((request, response) => response.end("ok")).listen(3000);
}
