const net = require("node:net");

const first = net.createServer((socket) => socket.end("v4\n"));
first.listen(0, "127.0.0.1", () => {
  const { port } = first.address();
  // The same port for the other family.
  const second = net.createServer((socket) => socket.end("v6\n"));
  second.listen(port, "::1");
});
