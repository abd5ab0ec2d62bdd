const http = require("http");

const server = http.createServer((req, res) => res.end("[]"));
server.listen({ port: 3000, reusePort: false });

module.exports = server;
