// @fixture {"settings":{"platforms":["linux"]}}
const http = require("http");

const server = http.createServer((req, res) => res.end("one of several"));
server.listen({ port: 3000, reusePort: true }, () => {
  process.send?.("ready");
});
