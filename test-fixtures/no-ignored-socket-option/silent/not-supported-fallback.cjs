const http = require("http");

const server = http.createServer((req, res) => res.end("ok"));

server.once("error", (error) => {
  if (error.code !== "ENOTSUP") throw error;
  server.listen({ port: 3000, reusePort: false });
});
server.listen({ port: 3000, reusePort: true });
