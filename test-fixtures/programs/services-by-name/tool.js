const http = require("http");

http.createServer((request, response) => response.end("tool")).listen(4100);
//                                                             ^^^^^^ require-reuse-option noPolicy
