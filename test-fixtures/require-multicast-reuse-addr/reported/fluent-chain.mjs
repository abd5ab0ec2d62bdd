import dgram from "node:dgram";

const group = "239.0.0.57";

const socket = dgram
  .createSocket("udp4")
// ^^^^^^^^^^^^ require-multicast-reuse-addr missing
  .on("message", (state) => console.log(JSON.parse(state)))
  .on("listening", () => socket.addMembership(group))
  .bind(12345);
