import cluster from "node:cluster";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { handler } from "./handler";

async function serve(): Promise<void> {
  const server = createServer(handler);
  server.listen(Number(process.env.PORT ?? 8080));
  //     ^^^^^^ no-worker-port-conflict beside
}

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); i++) cluster.fork();
  void serve();
} else {
  void serve();
}
