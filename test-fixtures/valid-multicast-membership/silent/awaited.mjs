import { once } from "node:events";
import dgram from "node:dgram";
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(1900);
await once(socket, "listening");
socket.addMembership("239.255.255.250");
