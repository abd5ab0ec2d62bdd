import net from "node:net";

const bound = new net.BoundSocket({ host: "0.0.0.0", port: 8080 });
const server = net.createServer((socket) => socket.end());

server.listen({ handle: bound, reusePort: true });
//                             ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
