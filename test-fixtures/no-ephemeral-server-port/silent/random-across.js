const http = require("http");

// some of them are free for servers
const port = 20000 + Math.floor(Math.random() * 20000);
http.createServer((req, res) => res.end("ok")).listen({ port, reusePort: false });
