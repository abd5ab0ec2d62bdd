import net from "node:net";

export function dialFrom(address, port, remote) {
  const bound = new net.BoundSocket({ host: address, port });
  return new net.Socket({ handle: bound }).connect(remote);
}
