/* @flow */
const dgram = require("dgram");

type Found = { address: string, name: string };
export type OnFound = (found: Found) => mixed;

function listen(onFound: OnFound): () => void {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.on("message", (message: Buffer, from: { address: string, ... }) => {
    onFound(({ address: from.address, name: message.toString() }: Found));
  });
  socket.bind(5353, (): void => {
    socket.addMembership("224.0.0.251");
  });
  return () => socket.close();
}

module.exports = { listen };
