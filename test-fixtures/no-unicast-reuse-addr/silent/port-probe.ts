import dgram from "node:dgram";

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
    socket.once("error", () => resolve(false));
    socket.bind(port, () => {
      socket.close();
      resolve(true);
    });
  });
}
