// @fixture {"settings":{"runtime":"deno"}}
import { createSocket } from "node:dgram";

const socket = createSocket({ type: "udp4", reusePort: true });
//                                          ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

socket.on("message", (query, peer) => {
  socket.send(query, peer.port, peer.address);
});
socket.bind(5300);
