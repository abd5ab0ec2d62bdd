import { createSocket } from "node:dgram";

const socket = createSocket({ type: "udp4", reuseAddr: true });
//                                          ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared

socket.bind(() => {
  console.log("tracker client on", socket.address().port);
  socket.send(Buffer.alloc(16), 6969, "tracker.example.org");
});
