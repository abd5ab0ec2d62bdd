const dgram = require("node:dgram");

const socket = dgram.createSocket({
  type: "udp4",
  reusePort: process.platform === "linux" ? 1 : 0,
});

socket.on("message", (sample) => process.stdout.write(sample));
socket.bind(8125);
