const dgram = require("dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(10001);

module.exports = { socket };
