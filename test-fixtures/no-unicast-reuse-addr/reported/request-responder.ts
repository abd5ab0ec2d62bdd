import dgram from "node:dgram";

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast

socket.on("message", (request, peer) => {
  socket.send(`pong ${request}`, peer.port, peer.address);
});

socket.bind(41234);
