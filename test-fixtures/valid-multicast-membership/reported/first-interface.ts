import { createSocket } from "node:dgram";
import { networkInterfaces } from "node:os";

const own = Object.values(networkInterfaces())
  .flat()
  .find((each) => each?.family === "IPv4" && !each.internal);

export const socket = createSocket({ type: "udp4", reuseAddr: true });
socket.bind({ port: 1900, address: own!.address }, () => socket.addMembership("239.255.255.250"));
//                                                              ^^^^^^^^^^^^^ valid-multicast-membership unicast
