var dgram = require("dgram");

var socket = null;

function open() {
  socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                            ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  socket.on("message", function (message, rinfo) {
    console.log("%s says %s", rinfo.address, message);
  });
  socket.bind(9999);
}

function shut() {
  if (socket) socket.close();
  socket = null;
}

open();
process.on("SIGINT", shut);
