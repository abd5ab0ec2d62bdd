import dgram from "node:dgram";
import { Discovery } from "./discovery.js";

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(48000);

const discovery = new Discovery({ socket, interval: 30_000 });
discovery.start();
