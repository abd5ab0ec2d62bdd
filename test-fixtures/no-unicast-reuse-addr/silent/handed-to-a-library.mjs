import dgram from "node:dgram";
import { attachMulticast } from "./multicast.js";

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(3671, () => attachMulticast(socket));
