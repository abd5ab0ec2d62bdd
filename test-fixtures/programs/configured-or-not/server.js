const http = require("http");

module.exports = { start };

function start() {
  http.createServer((request, response) => response.end("either")).listen(3000);
}
