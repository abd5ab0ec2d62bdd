import net from "node:net";

// TCP hands out a port of its own each time: of no use there, but not shared.
const server = net.createServer((socket) => socket.end("hello"));
server.listen({ port: 0, host: "127.0.0.1", reusePort: true }, () => console.log(server.address()));
//                                          ^^^^^^^^^^^^^^^ no-ignored-socket-option ephemeralPort
