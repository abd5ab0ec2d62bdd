import dgram from "node:dgram";

// A second receiver on this machine is not wanted.
const socket = dgram.createSocket({ type: "udp4", reuseAddr: false });
socket.bind(9875, () => socket.addMembership("239.255.255.255"));
