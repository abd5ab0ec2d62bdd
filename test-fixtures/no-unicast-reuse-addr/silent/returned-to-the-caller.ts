import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";

export async function bindSocket(port: number): Promise<Socket> {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(port);
  await once(socket, "listening");
  return socket;
}
