import dgram from "node:dgram";

const collector = dgram.createSocket("udp4");

collector.on("message", (packet, sender) => {
  console.log(sender.address, packet.length);
});

collector.bind({ port: 8125, address: "0.0.0.0", reusePort: true } as dgram.BindOptions);
//                                               ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
