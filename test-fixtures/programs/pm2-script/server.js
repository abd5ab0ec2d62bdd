const http = require("http");

http.createServer((request, response) => response.end("ads")).listen(8080);
