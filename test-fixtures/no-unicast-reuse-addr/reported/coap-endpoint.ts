import dgram from "node:dgram";

interface EndpointConfig {
  host?: string;
  udpPort: number;
}

export function createEndpoint(config: EndpointConfig) {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                  ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
  let nextMessageId = 1;

  socket.on("message", (datagram, peer) => {
    const type = (datagram[0]! >> 4) & 3;
    if (type === 0) {
      const ack = Buffer.from([0x60, 0x00, datagram[2]!, datagram[3]!]);
      socket.send(ack, peer.port, peer.address);
    }
  });
  socket.bind(config.udpPort, config.host);

  return {
    messageId: () => nextMessageId++ & 0xffff,
    close: () => socket.close(),
  };
}
