const dgram = require("dgram");

function openUdp() {
  return dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                          ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
}

const radius = openUdp();
radius.on("message", (packet) => console.log("code", packet[0]));
radius.bind(1812);
