const http = require("http");

const start = (name, port) => http.createServer((req, res) => res.end(name)).listen(port);
//                                                                           ^^^^^^ require-reuse-option noPolicy

start("public", 3500);
start("private", 3501);
