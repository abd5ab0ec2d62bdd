import dgram from "node:dgram";

const plain = dgram.createSocket("udp4");
plain.bind(514);

const stated = dgram.createSocket({ type: "udp4", reuseAddr: false });
stated.bind(515);
