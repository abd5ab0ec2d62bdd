const net = require("net");

const FIRST = 65500;
for (let i = 0; i < 100; i++) {
  net.createServer((socket) => socket.end(`worker ${i}`)).listen(FIRST + i);
  //                                                             ^^^^^^^^^ valid-listen-arguments range
}
