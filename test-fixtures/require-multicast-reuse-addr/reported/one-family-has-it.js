const dgram = require("node:dgram");

const six = process.argv.includes("--ipv6");
let socket;
if (six) socket = dgram.createSocket({ type: "udp6", reuseAddr: true });
else socket = dgram.createSocket("udp4");
//                  ^^^^^^^^^^^^ require-multicast-reuse-addr missing

socket.bind(5353, () => socket.addMembership(six ? "ff02::fb" : "224.0.0.251"));
