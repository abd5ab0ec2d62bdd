import { createSocket } from "node:dgram";

export function discover(v6: boolean): void {
  const socket = v6 ? createSocket("udp6") : createSocket("udp4");
  //                  ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  //                                         ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  socket.bind(5683, () => socket.addMembership(v6 ? "ff02::fd" : "224.0.1.187"));
}
