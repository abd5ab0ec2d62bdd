import dgram from "node:dgram";

export interface MulticastOptions {
  port?: number;
  group?: string;
  reuseAddr?: boolean;
}

export function open({ port = 5353, group = "224.0.0.251", reuseAddr }: MulticastOptions = {}) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr });
  socket.bind(port, () => socket.addMembership(group));
  return socket;
}
