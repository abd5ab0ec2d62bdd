const dgram = require("dgram");

const statsd = dgram.createSocket({ type: "udp4" });
const debug = dgram.createSocket({ type: "udp4" });

statsd.on("message", require("./metrics"));
debug.on("message", (message) => console.log(String(message)));

statsd.bind(8125);
debug.bind(8125);
//    ^^^^ no-duplicate-listen datagram
