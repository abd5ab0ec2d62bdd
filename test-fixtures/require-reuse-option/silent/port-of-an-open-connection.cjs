const net = require("node:net");

const rendezvous = net.connect({ host: "meet.example.net", port: 9999 }, () => {
  const { localAddress, localPort } = rendezvous;
  net.createServer((peer) => peer.pipe(peer)).listen(localPort, localAddress);
});
