import type { Socket } from "node:dgram";

export function joinAll(socket: Socket, groups: readonly string[]): void {
  socket.bind(5353, () => {
    for (const group of groups) socket.addMembership(group);
  });
}
