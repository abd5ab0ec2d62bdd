import { Worker } from "node:worker_threads";

for (let i = 0; i < 4; i++) new Worker(new URL("./worker.js", import.meta.url), { argv: [String(7000 + i)] });
