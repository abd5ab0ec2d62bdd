import { createSocket } from "node:dgram";

const GROUP = "239.10.0.1";
const socket = createSocket({ type: "udp4", reuseAddr: true });
socket.bind({ port: 41234 }, () => {
  socket.setMulticastLoopback(true);
});
socket.addMembership(GROUP);
//     ^^^^^^^^^^^^^ valid-multicast-membership early
