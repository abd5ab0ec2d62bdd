const net = require("net");

net.createServer((socket) => socket.pipe(socket)).listen("0.0.0.0:4000");
//                                                       ^^^^^^^^^^^^^^ valid-listen-arguments swapped
