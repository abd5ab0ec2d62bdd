import dgram from "node:dgram";

const socket = dgram.createSocket("udp4");
socket.bind({ fd: 3 }, () => socket.addMembership("224.0.0.251"));
