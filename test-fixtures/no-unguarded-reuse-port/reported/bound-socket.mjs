import net from "node:net";

const bound = new net.BoundSocket({ port: 9000, reusePort: true });
//                                              ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
net.createServer((socket) => socket.end()).listen(bound);
