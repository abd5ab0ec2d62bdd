const http = require("http");

http.createServer((request, response) => response.end("api")).listen(3000);
//                                                            ^^^^^^ require-reuse-option noPolicy
