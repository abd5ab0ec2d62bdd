import { createSocket } from "node:dgram";

const socket = createSocket({ type: "udp4", reusePort: process.platform === "linux" });
socket.bind(30001, () => socket.addMembership("239.1.2.3"));
