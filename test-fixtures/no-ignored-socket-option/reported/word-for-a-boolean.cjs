const http = require("node:http");

http
  .createServer((req, res) => res.end("hello"))
  .listen({
    port: 3000,
    host: "0.0.0.0",
    reusePort: "yes",
//  ^^^^^^^^^^^^^^^^ no-ignored-socket-option wrongType
  });
