// @fixture {"package":{"packageManager":"bun@1.4.5"}}
import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  createServer((socket) => socket.pipe(socket)).listen(7007, "0.0.0.0");
}
