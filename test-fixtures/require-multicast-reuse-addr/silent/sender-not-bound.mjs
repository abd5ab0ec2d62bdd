import { createSocket } from "node:dgram";

const socket = createSocket("udp4");
socket.on("listening", () => socket.setMulticastTTL(8));
socket.addMembership("239.8.8.8");

export const publish = (text) => socket.send(text, 8888, "239.8.8.8");
