import dgram from "node:dgram";

const listener = dgram.createSocket({ type: "udp4", reuseAddr: true });
listener.bind(5353, "0.0.0.0", () => listener.addMembership("224.0.0.251"));

const sender = dgram.createSocket("udp4");
sender.bind(0, () => sender.setMulticastTTL(255));
