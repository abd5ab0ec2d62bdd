const dgram = require("dgram");

const socket = dgram.createSocket("udp4");
socket.on("message", (message) => console.log(String(message)));
socket.bind(65536);
//          ^^^^^ valid-listen-arguments wrapsToAny
