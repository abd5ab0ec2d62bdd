const http = require("http");

http.createServer((request, response) => response.end("poll")).listen(Number(process.env.PORT));
