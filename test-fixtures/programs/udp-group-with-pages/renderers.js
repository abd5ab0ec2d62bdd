const dgram = require("node:dgram");
const { pages } = require("./pages");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.once("listening", () => socket.addMembership("239.255.255.250"));
socket.bind(1900);
pages.listen({ port: 1900, reusePort: false });
