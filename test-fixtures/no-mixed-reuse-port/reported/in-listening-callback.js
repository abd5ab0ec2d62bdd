const http = require("http");
const handler = require("./handler");

const front = http.createServer(handler);
const health = http.createServer((req, res) => res.end("healthy"));

front.listen({ port: 8000, reusePort: true }, () => {
//                         ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  console.log("front is up");
  health.listen(8000, "127.0.0.1");
  //     ^^^^^^ no-mixed-reuse-port mixed
});
