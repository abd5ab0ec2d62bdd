import dgram from "node:dgram";

const localPort = 5353;
const socket = dgram.createSocket("udp4");
socket.bind(localPort);
socket.send("hello", 9999, "192.168.0.255");
