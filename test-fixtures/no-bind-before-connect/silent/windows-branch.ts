import { connect, type Socket } from "node:net";

export function dial(host: string, port: number, source: string): Socket {
  if (process.platform === "win32") {
    return connect({ host, port, localAddress: source });
  }
  return connect({ host, port });
}
