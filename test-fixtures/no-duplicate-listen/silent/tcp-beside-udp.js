const dgram = require("dgram");
const net = require("net");

net.createServer(require("./tcp")).listen(53);
//                                 ^^^^^^ require-reuse-option noPolicy
dgram.createSocket("udp4", require("./udp")).bind(53);
