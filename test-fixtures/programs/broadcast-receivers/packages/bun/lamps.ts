import dgram from "node:dgram";

export function hearLamps(seen: (text: string, address: string) => void): dgram.Socket {
  const ears = dgram.createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                                                 ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
  // hover createSocket does not show fails with EADDRINUSE
  ears.on("message", (message, from) => seen(message.toString(), from.address));
  ears.bind(48899, "0.0.0.0");
  // hover bind shows takes every datagram
  return ears;
}
