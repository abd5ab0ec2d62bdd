const http = require("node:http");

http.createServer((request, response) => response.end("local")).listen(process.env.BEACON_PORT || 6040);
//                                                              ^^^^^^ require-reuse-option noPolicy
