import net from "node:net";

const FIRST = 20_000;

export function openMany(host: string, count: number): net.Socket[] {
  const sockets: net.Socket[] = [];
  for (let i = 0; i < count; i++) {
    sockets.push(net.connect({ host, port: 7, localPort: FIRST + i }));
  }
  return sockets;
}
