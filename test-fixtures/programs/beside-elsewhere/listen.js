const http = require("node:http");

exports.listen = () => http.createServer().listen(3000);
//                                         ^^^^^^ no-worker-port-conflict beside
exports.listenApart = () => http.createServer().listen(3001);
