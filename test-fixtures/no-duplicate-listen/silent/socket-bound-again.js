const dgram = require("node:dgram");

let socket = dgram.createSocket("udp4");
socket.bind(41234);

function restart() {
  socket.close();
  socket = dgram.createSocket("udp4");
  socket.bind(41234);
}
process.on("SIGHUP", restart);

const other = dgram.createSocket("udp4");
other.on("error", () => other.bind(41236));
other.bind(41235);

const either = dgram.createSocket("udp4");
if (process.argv.includes("--debug")) either.bind(41237);
else either.bind(41238);
