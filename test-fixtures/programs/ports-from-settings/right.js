const http = require("node:http");
const { adminPort: port } = require("./settings");

http.createServer((request, response) => response.end("right")).listen({ port, exclusive: true });
