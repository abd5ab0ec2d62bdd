const dgram = require("node:dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bindSync({ port: 1900 });
socket.addMembership("239.255.255.250");
socket.on("message", (message, from) => console.log(from.address, message.length));
