import dgram from "node:dgram";

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.on("message", (message) => console.log(message.length));
socket.bind(5353);
socket.addMembership("224.0.0.251");
//     ^^^^^^^^^^^^^ valid-multicast-membership early
