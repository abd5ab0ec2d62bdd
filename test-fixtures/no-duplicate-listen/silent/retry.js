const net = require("net");

const server = net.createServer((socket) => socket.end());
server.on("error", (error) => {
  if (error.code !== "EADDRINUSE") throw error;
  setTimeout(() => {
    server.close();
    server.listen(4545);
  }, 1000);
});
server.listen(4545);
//     ^^^^^^ require-reuse-option noPolicy
