const net = require("net");
const server = net.createServer();
try {
  server.listen({ port: process.argv[2], reusePort: false });
} catch (error) {
  if (error.code === "ERR_SOCKET_BAD_PORT") console.error("not a port:", process.argv[2]);
}
