// @fixture {"settings":{"runtime":"bun"}}
import http from "node:http";
import net from "node:net";

http.createServer((req, res) => res.end()).listen({ port: 6311, reusePort: true });
//                                                              ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
net.createServer((socket) => socket.end()).listen({ port: 6312 });
//                                         ^^^^^^ require-reuse-option noPolicy
net.connect({ host: "192.0.2.1", port: 25, localAddress: "192.0.2.10" });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
