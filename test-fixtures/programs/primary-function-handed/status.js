const http = require("node:http");

exports.status = () => http.createServer().listen(9090);
//                                         ^^^^^^ require-reuse-option noPolicy
