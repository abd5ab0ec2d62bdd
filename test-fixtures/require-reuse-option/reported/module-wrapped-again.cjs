var __toESM = (mod) => mod;
let node_http = require("node:http");
node_http = __toESM(node_http);
exports.start = (port) => node_http.default.createServer().listen(port);
//                                                         ^^^^^^ require-reuse-option noPolicy
