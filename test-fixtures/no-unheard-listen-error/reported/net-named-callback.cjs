const net = require("net");

function onListen(error) {
//                ^^^^^ no-unheard-listen-error callback
  if (error) console.error("relay did not start", error);
  else console.log("relay started");
}

net.createServer((socket) => socket.pipe(socket)).listen({ port: 9100, reusePort: false }, onListen);
