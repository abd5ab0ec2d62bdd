import { fileURLToPath } from "node:url";
import { createServer } from "node:net";
import { isMainThread, Worker } from "node:worker_threads";
import { onSocket } from "./on-socket";

const self = fileURLToPath(import.meta.url);

if (!isMainThread) {
  createServer(onSocket).listen(7070);
  //                     ^^^^^^ no-worker-port-conflict threads
} else {
  const first = new Worker(self);
  const second = new Worker(self);
  for (const w of [first, second]) w.once("error", () => process.exit(1));
}
