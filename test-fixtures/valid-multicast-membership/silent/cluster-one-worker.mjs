import cluster from "node:cluster";
import dgram from "node:dgram";
if (cluster.isPrimary) cluster.fork();
else {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind(15011, () => socket.addMembership("239.20.0.11"));
}
