const http = require("node:http");
const { port } = require("./settings");

http.createServer((request, response) => response.end("left")).listen({ port, exclusive: true });
