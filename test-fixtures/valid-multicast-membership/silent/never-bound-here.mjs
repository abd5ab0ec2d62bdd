import dgram from "node:dgram";
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.addMembership("239.0.0.3");
export default socket;
