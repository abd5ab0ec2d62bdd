import cluster from "node:cluster";
import dgram from "node:dgram";
import { availableParallelism } from "node:os";

if (cluster.isPrimary) for (let i = 0; i < availableParallelism(); i++) cluster.fork();
else work();

function work() {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.on("listening", () => socket.addMembership("239.20.0.2", "0.0.0.0"));
//                                    ^^^^^^^^^^^^^ valid-multicast-membership cluster
  socket.bind({ port: 15001, exclusive: false });
}
