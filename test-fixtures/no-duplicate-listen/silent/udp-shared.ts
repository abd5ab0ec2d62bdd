import dgram from "node:dgram";

const one = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                             ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
const other = dgram.createSocket({ type: "udp6", reuseAddr: true });
//                                               ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
one.bind(6969);
other.bind(6969);
