import dgram from "node:dgram";

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.once("listening", () => socket.addMembership("239.255.255.250", "10.1.0.5"));
//                                    ^^^^^^^^^^^^^ valid-multicast-membership unicast
socket.bind({ port: 1900, address: "10.1.0.5" });
