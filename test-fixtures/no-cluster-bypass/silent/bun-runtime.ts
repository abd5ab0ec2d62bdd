// @fixture {"settings":{"runtime":"bun"}}
import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  cluster.on("listening", (worker) => console.log(worker.id));
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  createServer((c) => c.end()).listen({ port: 7070, reusePort: true });
}
