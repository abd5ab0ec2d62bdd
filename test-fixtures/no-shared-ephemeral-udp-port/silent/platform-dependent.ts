import dgram from "node:dgram";

const socket = dgram.createSocket({ type: "udp4", reusePort: process.platform === "linux" });
socket.bind(0);
