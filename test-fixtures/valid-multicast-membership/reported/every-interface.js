const dgram = require("dgram");
const os = require("os");

for (const addresses of Object.values(os.networkInterfaces())) {
  for (const { address, family } of addresses) {
    if (family !== "IPv4") continue;
    const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
    socket.bind(5353, address, () => {
      socket.addMembership("224.0.0.251", address);
      //     ^^^^^^^^^^^^^ valid-multicast-membership unicast
    });
  }
}
