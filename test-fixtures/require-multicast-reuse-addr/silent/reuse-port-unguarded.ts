import dgram from "node:dgram";

const socket = dgram.createSocket({ type: "udp4", reusePort: true });
//                                                ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
socket.bind(4001);
socket.on("listening", () => socket.addMembership("239.4.4.4"));
