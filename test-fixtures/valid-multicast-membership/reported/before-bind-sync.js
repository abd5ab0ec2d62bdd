const dgram = require("node:dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.addMembership("239.255.255.250");
//     ^^^^^^^^^^^^^ valid-multicast-membership early
socket.bindSync({ port: 1900 });
