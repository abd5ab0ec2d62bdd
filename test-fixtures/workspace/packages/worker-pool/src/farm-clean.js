// One thread listens and counts, and the main one stays free.
import { Worker } from "node:worker_threads";

const worker = new Worker(new URL("./farm-worker-clean.js", import.meta.url));
worker.on("error", (error) => console.log(`thread failed: ${error.message}`));
process.once("SIGTERM", () => void worker.terminate());
