const http = require("http");

const server = http.createServer((req, res) => res.end("ok"));
server.listen({ port: 5000, host: "0.0.0.0", reusePort: true });
//                                           ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
