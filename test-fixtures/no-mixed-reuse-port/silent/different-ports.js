const http = require("http");

const main = http.createServer((req, res) => res.end("main"));
const metrics = http.createServer((req, res) => res.end("metrics"));

main.listen({ port: 8080, reusePort: process.platform === "linux" });
metrics.listen(9090);
//      ^^^^^^ require-reuse-option noPolicy
