import { createSocket, type Socket } from "node:dgram";

export function openClient(): Promise<Socket> {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
//                                            ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  return new Promise((resolve) => socket.bind(0, "127.0.0.1", () => resolve(socket)));
}
