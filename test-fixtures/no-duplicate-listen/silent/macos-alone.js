// @fixture {"settings":{"platforms":["darwin"]}}
const net = require("net");

net.createServer().listen(4848, "0.0.0.0");
//                 ^^^^^^ require-reuse-option noPolicy
net.createServer().listen(4848, "127.0.0.1");
//                 ^^^^^^ require-reuse-option noPolicy
