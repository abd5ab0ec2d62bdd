import net from "node:net";

const serve = (socket) => socket.pipe(socket);
net.createServer(serve).listen(6001, "127.0.0.1");
//                      ^^^^^^ require-reuse-option noPolicy
net.createServer(serve).listen(6001, "127.0.0.2");
//                      ^^^^^^ require-reuse-option noPolicy
net.createServer(serve).listen(6001, "::1");
//                      ^^^^^^ require-reuse-option noPolicy
