const { createSocket } = require("node:dgram");

const answer = (message, from) => console.log(from.family, message.length);
const six = createSocket("udp6", answer);
const four = createSocket("udp4", answer);
four.bind(5350);
six.bind(5350);
//  ^^^^ no-duplicate-listen dualStack
// hover bind shows the udp6 socket takes port 5350 of IPv4 too
