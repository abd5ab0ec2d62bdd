const http = require("http");

http.createServer((request, response) => response.end("orders")).listen(4001);
