const dgram = require("dgram");

const players = new Map();
const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
socket.on("message", (message, from) => {
  players.set(`${from.address}:${from.port}`, from);
  broadcast(message);
});
socket.bind(41234);

function broadcast(message) {
  for (const { address, port } of players.values()) socket.send(message, port, address);
}
