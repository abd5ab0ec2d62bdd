const http = require("http");

exports.start = () => http.createServer((request, response) => response.end("web")).listen(8080);
