import dgram from "node:dgram";

// The discovery socket needs the option, the data socket does not.
const discovery = dgram.createSocket({ type: "udp4", reuseAddr: true });
discovery.bind(3702, () => discovery.addMembership("239.255.255.250"));

const data = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                              ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
data.bind(3703);
data.on("message", (payload) => console.log(payload.length));
