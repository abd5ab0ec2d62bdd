import cluster from "node:cluster";
import dgram from "node:dgram";

function main(): void {
  if (cluster.isMaster) {
    for (let i = 0; i < 4; i++) cluster.fork();
    return;
  }
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(15002, "0.0.0.0", () => socket.addMembership("239.20.0.3"));
//                                           ^^^^^^^^^^^^^ valid-multicast-membership cluster
}
main();
