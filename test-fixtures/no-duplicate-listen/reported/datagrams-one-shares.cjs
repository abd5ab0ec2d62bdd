const dgram = require("dgram");

const discovery = dgram.createSocket({ type: "udp4", reuseAddr: true });
const telemetry = dgram.createSocket("udp4");

discovery.on("message", (message, peer) => discovery.send("here", peer.port, peer.address));
telemetry.on("message", (message) => console.log(String(message)));

discovery.bind(41234, () => discovery.setBroadcast(true));
telemetry.bind(41234);
//        ^^^^ no-duplicate-listen half
