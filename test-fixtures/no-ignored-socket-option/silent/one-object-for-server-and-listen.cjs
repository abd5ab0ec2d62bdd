const http = require("node:http");

const options = { port: 3000, keepAliveTimeout: 5000, reusePort: process.platform === "linux" };
http.createServer(options, (req, res) => res.end("ok")).listen(options);
