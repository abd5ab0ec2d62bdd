import http from "node:http";

const server = http.createServer((req, res) => res.end("pong\n"));
server.listen(3000);
//     ^^^^^^ require-reuse-option noPolicy
