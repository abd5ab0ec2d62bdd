const dgram = require("node:dgram");

const socket = dgram.createSocket("udp4");
socket.bindSync({ port: 700_00 });
//                ^^^^^^^^^^^^ valid-listen-arguments constant
