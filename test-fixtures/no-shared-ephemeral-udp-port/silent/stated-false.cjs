const dgram = require("dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: false, reusePort: false });
socket.bind(0, () => socket.send("hello", 9, "192.0.2.1"));
