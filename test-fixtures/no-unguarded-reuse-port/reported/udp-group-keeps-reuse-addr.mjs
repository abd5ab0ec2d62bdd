import dgram from "node:dgram";

// No suggestion may promise that a second copy fails: `reuseAddr` stays.
const socket = dgram.createSocket({ type: "udp4", reusePort: true, reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
socket.bind(5007, () => socket.addMembership("239.1.1.1"));
