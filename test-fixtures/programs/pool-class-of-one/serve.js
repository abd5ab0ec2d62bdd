const http = require("node:http");

http.createServer((request, response) => response.end("solo")).listen(8320);
//                                                             ^^^^^^ require-reuse-option noPolicy
