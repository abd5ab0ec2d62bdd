const net = require("net");

net.createServer((socket) => socket.pipe(socket)).listen({ port: "http", host: "::1" });
//                                                         ^^^^^^^^^^^^ valid-listen-arguments constant
