import type { Socket } from "node:net";
import { rpc } from "./rpc.js";

class Sessions {
  get(key: { host: string; port: number; localAddress?: string }) {
    return key.host;
  }
}
const sessions = new Sessions();

export async function onConnection(socket: Socket) {
  await rpc.request("session.open", { port: socket.localPort, localAddress: socket.localAddress });
  return sessions.get({ host: "example.com", port: 1, localAddress: String(socket.address()) });
}
