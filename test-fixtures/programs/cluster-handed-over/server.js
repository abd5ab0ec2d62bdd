const http = require("http");

exports.start = () => {
  http.createServer((request, response) => response.end("chat")).listen(8000);
};
