const http = require("http");

http.createServer((req, res) => res.end("a")).listen(0);
http.createServer((req, res) => res.end("b")).listen();
