// @fixture {"package":{"engines":{"bun":">=1.2"},"os":["darwin"]}}
import cluster from "node:cluster";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  for (let i = 0; i < 3; i++) cluster.fork();
} else {
  createServer((_req, res) => res.end("hello\n")).listen(8080);
}
