// @fixture {"package":{"engines":{"bun":">=1.2"}}}
import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  for (let i = 0; i < 3; i++) cluster.fork();
} else {
  createServer((socket) => socket.end("hello\n")).listen(2525);
}
