import { BoundSocket, Socket } from "node:net";

export function dialFrom(source: string, host: string, port: number): Socket {
  const handle = new BoundSocket({ host: source, port: 0 });
  //                 ^^^^^^^^^^^ no-bind-before-connect boundSocket
  return new Socket({ handle }).connect(port, host);
}
