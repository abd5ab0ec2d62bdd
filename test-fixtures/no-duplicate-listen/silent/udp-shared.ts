import dgram from "node:dgram";

const one = dgram.createSocket({ type: "udp4", reuseAddr: true });
const other = dgram.createSocket({ type: "udp6", reuseAddr: true });
one.bind(6969);
other.bind(6969);
