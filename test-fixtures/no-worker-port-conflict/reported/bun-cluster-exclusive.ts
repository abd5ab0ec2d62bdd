// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  createServer((socket) => socket.end("hello\n")).listen({ port: 2525, exclusive: true });
  //                                                                   ^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
}
