const http = require("http");
const config = require("config");

http.createServer((request, response) => response.end("grid")).listen(config.port);
//                                                             ^^^^^^ require-reuse-option noPolicy
