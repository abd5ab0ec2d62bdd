import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  createServer((c) => c.end()).listen({ port: 4004, exclusive: false });
}
