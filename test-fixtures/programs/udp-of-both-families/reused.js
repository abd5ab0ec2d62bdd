const { createSocket } = require("node:dgram");

// IPv4 goes to the one and IPv6 to the other; without the option the second of them fails.
const answer = (message, from) => console.log(from.family, message.length);
const four = createSocket({ type: "udp4", reuseAddr: true }, answer);
const six = createSocket({ type: "udp6", reuseAddr: true }, answer);
four.bind(5350);
six.bind(5350);
