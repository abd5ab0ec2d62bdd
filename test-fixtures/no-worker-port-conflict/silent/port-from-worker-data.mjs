import { createServer } from "node:http";
import { isMainThread, Worker, workerData } from "node:worker_threads";

const BASE = 9100;

if (isMainThread) {
  for (let i = 0; i < 3; i++) {
    new Worker(new URL(import.meta.url), { workerData: { port: BASE + i } });
  }
} else {
  const { port } = workerData;
  const shard = createServer((_req, res) => res.end(`shard on ${port}`));
  shard.listen({ port, exclusive: false });
}
