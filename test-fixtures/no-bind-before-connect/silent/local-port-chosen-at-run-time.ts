import { connect } from "node:net";
import { PortAllocator } from "./port-allocator";

const ports = new PortAllocator(20_000, 29_999);

export function dial(source: string, host: string, port: number) {
  const localPort = ports.next();
  const socket = connect({ host, port, localAddress: source, localPort });
  socket.on("close", () => ports.release(localPort));
  return socket;
}
