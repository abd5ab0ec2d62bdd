import dgram from "node:dgram";
import os from "node:os";

const interfaces = os.networkInterfaces();

Object.keys(interfaces).forEach((name) => {
  (interfaces[name] ?? []).forEach((one) => {
    const { address } = one;
    const receiver = dgram.createSocket({ type: "udp4", reuseAddr: true });
    receiver.on("listening", () => receiver.addMembership("239.1.2.3", address));
    //                                      ^^^^^^^^^^^^^ valid-multicast-membership unicast
    receiver.bind(7400, address);
  });
});
