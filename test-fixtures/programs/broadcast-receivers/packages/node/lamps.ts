import dgram from "node:dgram";

export function hearLamps(seen: (text: string, address: string) => void): dgram.Socket {
  const ears = dgram.createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                                                 ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
  ears.on("message", (message, from) => seen(message.toString(), from.address));
  ears.bind(48899, "0.0.0.0");
  return ears;
}
