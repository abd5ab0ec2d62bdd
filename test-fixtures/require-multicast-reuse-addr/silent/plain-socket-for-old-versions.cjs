const dgram = require("dgram");

const takesOptions = Number(process.versions.node.split(".")[0]) > 0;
const socket = takesOptions ? dgram.createSocket({ type: "udp4", reuseAddr: true }) : dgram.createSocket("udp4");

socket.bind(5353, () => socket.addMembership("224.0.0.251"));
