const socket = require("dgram").createSocket("udp4");
//                              ^^^^^^^^^^^^ require-multicast-reuse-addr missing

socket.bind(9998, "0.0.0.0");
socket.once("listening", () => socket.addMembership("233.252.18.7"));
socket.on("message", (message) => process.stdout.write(message));
