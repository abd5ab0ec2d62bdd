import { createSocket } from "node:dgram";
import type { BindOptions, SocketOptions } from "node:dgram";

const socketOptions = { type: "udp4", reuseAddr: true } satisfies SocketOptions;
//                                    ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
const bindOptions: BindOptions = { port: 9000, address: "0.0.0.0", exclusive: false };

const osc = createSocket(socketOptions);
osc.on("message", (packet: Buffer) => {
  const end = packet.indexOf(0);
  console.log(packet.toString("ascii", 0, end));
});
osc.bind(bindOptions);
