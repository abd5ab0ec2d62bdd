import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < 4; i++) {
    new Worker(__filename).on("message", (port: number) => console.log("worker on", port));
  }
} else {
  const server = createServer((_req, res) => res.end());
  server.listen(0, () => parentPort?.postMessage((server.address() as AddressInfo).port));
}
