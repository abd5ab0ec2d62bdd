import { createServer } from "node:net";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { serveShard } from "./shard";

const ports = [6001, 6002, 6003];

if (isMainThread) {
  ports.forEach((_port, index) => new Worker(__filename, { workerData: { index } }));
} else {
  const index = (workerData as { index: number }).index;
  createServer(serveShard).listen({ port: ports[index], exclusive: false });
}
