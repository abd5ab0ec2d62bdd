const http = require("http");

http.createServer((request, response) => response.end("grid")).listen(process.env.PORT || 4000);
