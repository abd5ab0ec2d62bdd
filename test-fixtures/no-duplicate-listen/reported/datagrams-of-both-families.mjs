import dgram from "node:dgram";

const receive = (message, from) => console.log(from.address, message.length);

export function openTracker(port) {
  const v4 = dgram.createSocket("udp4", receive);
  const v6 = dgram.createSocket("udp6", receive);
  v4.bind(port);
  v6.bind(port);
  // ^^^^ no-duplicate-listen dualStack
  return [v4, v6];
}
