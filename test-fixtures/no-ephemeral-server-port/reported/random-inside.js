const http = require("http");

const port = 40000 + Math.floor(Math.random() * 5000);
http.createServer((req, res) => res.end("ok")).listen({ port, reusePort: false });
//                                                      ^^^^ no-ephemeral-server-port ephemeral
