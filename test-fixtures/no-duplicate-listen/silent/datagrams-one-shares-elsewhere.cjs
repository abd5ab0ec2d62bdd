// @fixture {"settings":{"platforms":["win32"]}}
const dgram = require("dgram");

const telemetry = dgram.createSocket("udp4");
const discovery = dgram.createSocket({ type: "udp4", reuseAddr: true });

telemetry.bind(41234);
discovery.bind(41234, () => discovery.setBroadcast(true));
