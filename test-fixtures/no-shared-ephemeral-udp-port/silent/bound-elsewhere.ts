import dgram from "node:dgram";
import type { Transport } from "./transport.js";

export function createTransport(make: (socket: dgram.Socket) => Transport): Transport {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  return make(socket);
}
