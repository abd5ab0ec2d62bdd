import cluster from "node:cluster";
import { createServer } from "node:net";
import { availableParallelism } from "node:os";
import { onCommand } from "./commands.mjs";
import { consume } from "./queue.mjs";

async function primary() {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
  openCommandPort();
}

function openCommandPort() {
  const server = createServer(onCommand);
  server.listen(7001, "127.0.0.1");
  //     ^^^^^^ require-reuse-option noPolicy
}

if (cluster.isPrimary) await primary();
else await consume();
