// @fixture {"package":{"engines":{"node":">=24"}}}
import { createSocket } from "node:dgram";
import { availableParallelism } from "node:os";

// Many sockets spread the load, and each was meant to have a port of its own.
export const senders = Array.from({ length: availableParallelism() }, () => {
  const socket = createSocket({ type: "udp4", reusePort: true });
//                                            ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
  socket.bind({ port: 0, exclusive: true });
  return socket;
});
