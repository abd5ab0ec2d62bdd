import { createSocket } from "node:dgram";
const socket = createSocket({ type: "udp6", reuseAddr: true });
socket.bind(5353, "fe80::1", () => socket.addMembership("ff02::fb"));
//                                        ^^^^^^^^^^^^^ valid-multicast-membership unicast
