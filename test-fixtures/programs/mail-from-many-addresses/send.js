const net = require("node:net");
const { ours } = require("./addresses.json");

let turn = 0;

module.exports = function send(exchanger, letter, done) {
  turn = (turn + 1) % ours.length;
  const connection = net.createConnection({ host: exchanger, port: 25, localAddress: ours[turn] });
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
  // hover createConnection shows **Not an address of this machine**: `bind()` fails with EADDRNOTAVAIL.
  connection.once("error", done);
  connection.once("connect", () => connection.end(letter, done));
};
