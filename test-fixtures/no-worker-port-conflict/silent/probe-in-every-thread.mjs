import { createServer } from "node:net";
import { isMainThread, parentPort, Worker } from "node:worker_threads";

if (isMainThread) {
  for (let i = 0; i < 2; i++) new Worker(new URL(import.meta.url)).on("message", console.log);
} else {
  const probe = createServer();
  probe.once("error", (err) => parentPort.postMessage(err.code));
  probe.listen(3000, () => {
    probe.close();
    parentPort.postMessage("free");
  });
}
