const net = require("node:net");

net.createServer((socket) => socket.end(">")).listen(process.env.BEACON_PORT || 6040);
//                                            ^^^^^^ require-reuse-option noPolicy
