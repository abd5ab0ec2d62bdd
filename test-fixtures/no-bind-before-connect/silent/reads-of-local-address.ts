import { connect, createServer } from "node:net";

const server = createServer((socket) => {
  const { localAddress, localPort } = socket;
  console.log(`${localAddress}:${localPort} <- ${socket.remoteAddress}`);
});
server.listen(0);

const probe = connect({ host: "example.com", port: 80 }, () => {
  const mine = probe.localAddress;
  probe.end();
  console.log({ host: "example.com", localAddress: mine });
});
