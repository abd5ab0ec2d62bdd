// @fixture {"settings":{"platforms":["linux"]}}
const http = require("http");
const { rollingRestart } = require("./config");

const server = http.createServer((req, res) => res.end("ok"));
if (rollingRestart) {
  server.listen({ port: 3000, reusePort: true });
} else {
  server.listen({ port: 3000, exclusive: true });
}
