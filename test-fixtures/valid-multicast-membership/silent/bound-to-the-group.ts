import dgram from "node:dgram";
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind({ port: 5353, address: "224.0.0.251" }, () => socket.addMembership("224.0.0.251"));
