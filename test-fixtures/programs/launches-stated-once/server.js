const http = require("http");

http.createServer((request, response) => response.end("hosted")).listen(3000);
//                                                               ^^^^^^ require-reuse-option noPolicy
