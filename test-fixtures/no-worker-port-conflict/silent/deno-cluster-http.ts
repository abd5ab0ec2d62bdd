// @fixture {"settings":{"runtime":"deno"}}
import cluster from "node:cluster";
import { createServer } from "node:http";
import process from "node:process";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
  cluster.on("exit", (worker) => console.error(`worker ${worker.process.pid} died`));
} else {
  createServer((_req, res) => res.end(`${process.pid}\n`)).listen(8000);
}
