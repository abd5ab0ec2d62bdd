import { createServer } from "node:net";

const FIRST = 65000;
for (let i = 0; i < 1000; i++) {
  const port = FIRST + i;
  if (port <= 65535) createServer((socket) => socket.end()).listen(port);
  //                                                        ^^^^^^ require-reuse-option noPolicy
}
