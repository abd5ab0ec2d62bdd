import os from "node:os";
import { Worker } from "node:worker_threads";

const threads = os.cpus().length;
for (let i = 0; i < threads; i++) new Worker(new URL("./worker.js", import.meta.url), { workerData: { port: 3000 + i } });
new Worker(new URL("./status.js", import.meta.url), { workerData: { port: 8080 } });
