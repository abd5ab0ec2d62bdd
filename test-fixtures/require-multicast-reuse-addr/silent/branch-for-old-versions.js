const dgram = require("dgram");

const GROUP = "239.255.255.250";
let socket;
if (/^v0\.(?:8|10)\./.test(process.version)) socket = dgram.createSocket("udp4");
else socket = dgram.createSocket({ type: "udp4", reuseAddr: true });

socket.on("message", (message, from) => console.log(from.address, message.toString()));
socket.bind(1900, () => socket.addMembership(GROUP));
