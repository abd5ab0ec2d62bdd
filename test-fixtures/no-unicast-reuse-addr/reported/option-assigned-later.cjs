const dgram = require("node:dgram");

const options = { type: "udp4" };
options.reuseAddr = true;
// @1:18 no-unicast-reuse-addr unicast

const trap = dgram.createSocket(options);
trap.on("message", (pdu) => console.log(pdu.toString("hex")));
trap.bind(162, "0.0.0.0");
