const { createServer } = require("node:http");

const port = process.env.SHARD_PORT || 4000;
createServer((request, response) => response.end("shard")).listen({ port, reusePort: false });
