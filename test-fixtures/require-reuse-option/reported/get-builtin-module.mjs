const net = process.getBuiltinModule("node:net");
const http = module.require("node:http");

net.createServer((socket) => socket.end()).listen(4000);
//                                         ^^^^^^ require-reuse-option noPolicy
http.createServer((request, response) => response.end("ok")).listen(4001);
//                                                           ^^^^^^ require-reuse-option noPolicy
