import dgram from "node:dgram";

export function serve(port: number, answer: (message: Buffer) => void) {
  const v4 = dgram.createSocket({ type: "udp4", reuseAddr: true }).on("message", answer);
  const v6 = dgram.createSocket({ type: "udp6", reuseAddr: true }).on("message", answer);
  v4.bind(port);
  v6.bind({ port, address: "::" });
}
