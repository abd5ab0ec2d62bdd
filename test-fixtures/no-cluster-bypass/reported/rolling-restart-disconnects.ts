import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { handle } from "./handle.js";

async function replace(worker: Worker): Promise<void> {
  const successor = cluster.fork();
  await once(successor, "message");
  worker.disconnect();
  await once(worker, "exit");
}

async function restartAll(): Promise<void> {
  for (const worker of Object.values(cluster.workers ?? {})) {
    if (worker) await replace(worker);
  }
}

if (cluster.isPrimary) {
  for (let n = 0; n < availableParallelism(); n++) cluster.fork();
  process.on("SIGHUP", () => void restartAll());
} else {
  const server = createServer(handle);
  server.listen(
    {
      port: Number(process.env.PORT ?? 3000),
      reusePort: process.platform === "linux",
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
    },
    () => process.send!("ready"),
  );
}
