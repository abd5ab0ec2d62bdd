const http = require("node:http");

const server = http.createServer((request, response) => response.end("hello"));

exports.open = (port) => {
  try {
    server.listen({ port, reusePort: false });
  } catch (error) {
    // This one is thrown: the server of this port was opened before.
    if (!/already listening/.test(error.message) && error.code !== "EADDRINUSE") throw error;
  }
};
