import dgram from "node:dgram";
import os from "node:os";

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
socket.bind(5007);
for (const addresses of Object.values(os.networkInterfaces())) {
  addresses.forEach(({ address, family }) => {
    if (family === "IPv4") socket.addMembership("239.1.1.1", address);
//                                ^^^^^^^^^^^^^ valid-multicast-membership early
  });
}
