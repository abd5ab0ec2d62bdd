const http = require("node:http");

http.createServer((request, response) => response.end("read")).listen({ port: 8120, exclusive: true });
