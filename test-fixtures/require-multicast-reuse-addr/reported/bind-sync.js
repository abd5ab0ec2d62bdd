const dgram = require("node:dgram");

const socket = dgram.createSocket("udp4");
//                   ^^^^^^^^^^^^ require-multicast-reuse-addr
socket.bindSync({ port: 1900 });
socket.addMembership("239.255.255.250");
