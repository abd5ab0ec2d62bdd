const http = require("node:http");

const anyPort = 1024 + Math.floor(Math.random() * 70000);
http.createServer((request, response) => response.end()).listen(anyPort);
//                                                              ^^^^^^^ valid-listen-arguments range
// hover listen shows for a part of its values
