const dgram = require("dgram");
const { bindWithRetry } = require("./bind-with-retry");

const socket = dgram.createSocket("udp4");
bindWithRetry(socket, 5353).then(() => socket.addMembership("224.0.0.251"));
