const { createServer } = require("node:http");

// Is loaded when the first request asks for it, not with the handler.
exports.server = createServer((request, response) => response.end("0")).listen({ port: 4002, reusePort: false });
