import dgram, { type Socket, type SocketType } from "node:dgram";

const receiver = (type: SocketType, log: (line: Buffer) => void): Socket =>
  dgram.createSocket({ type, recvBufferSize: 1 << 20 }, log);

const four = receiver("udp4", (line) => console.log("4", line.toString()));
const six = receiver("udp6", (line) => console.log("6", line.toString()));
six.bind({ port: 1514, address: "::" });
four.bind({ port: 1514, address: "10.1.0.9" });
//   ^^^^ no-duplicate-listen dualStack
