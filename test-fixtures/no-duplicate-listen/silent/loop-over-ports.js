const net = require("net");

for (const port of [7001, 7002]) net.createServer((socket) => socket.end()).listen(port);
//                                                                          ^^^^^^ require-reuse-option noPolicy
["127.0.0.1", "::1"].forEach((host) => net.createServer((socket) => socket.end()).listen(7003, host));
//                                                                                ^^^^^^ require-reuse-option noPolicy
for (const port of [7100, 7101, 7102]) {
  const server = net.createServer();
  server.listen(7100);
  //     ^^^^^^ require-reuse-option noPolicy
  if (server.listening) break;
}
