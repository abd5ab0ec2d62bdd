import { connect as upgrade } from "node:tls";
import type { Socket } from "node:net";

export function startTls(socket: Socket, host: string, localAddress: string) {
  return upgrade({ socket, servername: host, host, localAddress });
}
