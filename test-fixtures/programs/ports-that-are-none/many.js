const net = require("node:net");

const FIRST = 65500;
for (let number = 0; number < 100; number++) {
  net.createServer((client) => client.end(`${number}\n`)).listen(FIRST + number);
//                                                               ^^^^^^^^^^^^^^ valid-listen-arguments range
}
