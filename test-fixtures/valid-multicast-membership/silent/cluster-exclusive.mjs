import cluster from "node:cluster";
import dgram from "node:dgram";
if (cluster.isPrimary) for (let i = 0; i < 4; i++) cluster.fork();
else {
  const socket = dgram.createSocket({ type: "udp4", reuseAddr: true });
  socket.bind({ port: 15010, exclusive: true }, () => socket.addMembership("239.20.0.10"));
}
