const net = require("net");

net.createServer((socket) => socket.pipe(socket)).listen(process.env.PORT);
//                                                ^^^^^^ require-reuse-option noPolicy
