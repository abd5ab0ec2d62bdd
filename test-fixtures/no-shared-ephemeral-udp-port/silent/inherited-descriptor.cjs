const dgram = require("dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind({ fd: Number(process.env.LISTEN_FDS_START || 3) });
