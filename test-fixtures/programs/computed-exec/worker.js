const http = require("http");

http.createServer((request, response) => response.end("picked")).listen(3000);
