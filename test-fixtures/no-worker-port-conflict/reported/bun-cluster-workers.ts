// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import cluster from "node:cluster";
import { cpus } from "node:os";

if (cluster.isWorker) {
  Bun.listen({
  //  ^^^^^^ no-worker-port-conflict processes
    hostname: "127.0.0.1",
    port: 5433,
    socket: {
      data: (socket, chunk) => void socket.write(chunk),
    },
  });
} else {
  for (const _ of cpus()) cluster.fork();
}
