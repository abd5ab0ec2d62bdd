import cluster from "node:cluster";
import dgram from "node:dgram";

if (cluster.isPrimary) {
  cluster.on("listening", (worker, address) => console.log(worker.id, address.addressType));
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  const socket = dgram.createSocket({ type: "udp4", reusePort: process.platform === "linux" });
  //                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
  socket.on("message", (msg, from) => socket.send(msg, from.port, from.address));
  socket.bind(9999);
}
