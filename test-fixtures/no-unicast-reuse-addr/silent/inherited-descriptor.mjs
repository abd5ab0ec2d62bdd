import dgram from "node:dgram";

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.on("message", (message) => console.log(message.toString()));
socket.bind({ fd: 3 });
