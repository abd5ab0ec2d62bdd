import dgram from "node:dgram";
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(5353, "0.0.0.0", () => socket.addMembership("224.0.0.251", "192.168.1.20"));
