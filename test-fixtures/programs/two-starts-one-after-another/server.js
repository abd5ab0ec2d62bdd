const { createServer } = require("node:http");

createServer((request, response) => response.end("ok")).listen({ port: 4000, reusePort: false });
