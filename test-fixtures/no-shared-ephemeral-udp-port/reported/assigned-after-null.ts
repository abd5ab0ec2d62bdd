import * as dgram from "node:dgram";

let socket: dgram.Socket | null = null;

export function connect(onMessage: (message: Buffer) => void): void {
  socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                            ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  socket.on("message", onMessage);
  socket.bind({ port: 0 });
}

export function disconnect(): void {
  socket?.close();
  socket = null;
}
