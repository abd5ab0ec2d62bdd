export async function watchPresence(onPresence) {
  const { default: dgram } = await import("node:dgram");
  const socket = dgram.createSocket("udp4");
//                     ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  socket.on("message", (message) => onPresence(JSON.parse(message.toString())));
  await new Promise((resolve) => socket.bind(6771, resolve));
  socket.addMembership("239.192.152.143");
}
