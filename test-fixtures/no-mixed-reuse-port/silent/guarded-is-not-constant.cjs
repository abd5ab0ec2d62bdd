const http = require("http");

const a = http.createServer((req, res) => res.end("a"));
const b = http.createServer((req, res) => res.end("b"));

a.listen({ port: 3000, reusePort: process.platform === "linux" });
b.listen({ port: 3000, reusePort: false });
