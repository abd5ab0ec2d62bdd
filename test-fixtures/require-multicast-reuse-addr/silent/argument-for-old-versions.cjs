const { createSocket } = require("node:dgram");

const hasOptions = createSocket.length < 3;
const socket = createSocket(hasOptions ? { type: "udp4", reuseAddr: true } : "udp4");
socket.bind(5353, "0.0.0.0", () => socket.addMembership("224.0.0.251"));
