const dgram = require("dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast

socket.on("listening", () => {
  socket.setTTL(64);
  socket.setRecvBufferSize(1 << 20);
  const { address, port } = socket.address();
  console.log(`netflow on ${address}:${port}`);
});
socket.on("message", (datagram, peer) => {
  const version = datagram.readUInt16BE(0);
  if (version !== 9) console.warn(`version ${version} from ${peer.address}`);
});
socket.bind(9995);
