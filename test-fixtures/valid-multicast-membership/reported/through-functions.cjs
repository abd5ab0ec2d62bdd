const dgram = require("dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });

function join() {
  socket.addMembership("239.4.4.4");
//       ^^^^^^^^^^^^^ valid-multicast-membership early
}

function open(port) {
  socket.bind(port);
}

join();
open(Number(process.argv[2]));
