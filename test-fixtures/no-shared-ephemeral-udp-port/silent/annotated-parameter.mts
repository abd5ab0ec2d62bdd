import type { Socket } from "node:dgram";

export async function bindAnywhere(socket: Socket): Promise<number> {
  await new Promise<void>((resolve) => socket.bind(0, resolve));
  return socket.address().port;
}
