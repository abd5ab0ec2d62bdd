import dgram from "node:dgram";

const PORT = 1900;
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });

socket.bind(PORT, () => socket.addMembership("239.255.255.250"));
