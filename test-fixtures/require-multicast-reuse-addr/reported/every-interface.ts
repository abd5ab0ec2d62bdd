import dgram from "node:dgram";
import { networkInterfaces } from "node:os";

const PORT = Number(process.env.DISCOVERY_PORT ?? 30_303);

export function discover(found: (name: string, address: string) => void): () => void {
  const socket = dgram.createSocket({ type: "udp4" });
//                     ^^^^^^^^^^^^ require-multicast-reuse-addr missing

  socket.on("message", (message, peer) => found(message.toString(), peer.address));
  socket.bind(PORT, () => {
    Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((entry) => entry.family === "IPv4" && !entry.internal)
      .forEach((entry) => socket.addMembership("239.10.10.10", entry.address));
  });

  return () => socket.close();
}
