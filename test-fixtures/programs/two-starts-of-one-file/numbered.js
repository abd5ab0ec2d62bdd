const { createServer } = require("node:http");

createServer((request, response) => response.end("n")).listen({ port: Number(process.argv[2]), reusePort: false });
