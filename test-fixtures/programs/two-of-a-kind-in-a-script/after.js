const net = require("net");

net.createServer((socket) => socket.pipe(socket)).listen(7010);
//                                                ^^^^^^ require-reuse-option noPolicy
