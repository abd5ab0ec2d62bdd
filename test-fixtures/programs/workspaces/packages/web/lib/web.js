const http = require("http");

exports.serve = () => http.createServer((request, response) => response.end("web")).listen(8080);
