// With its mistake, which farm-server.js makes: what every thread runs listens on the same port.
import { Worker } from "node:worker_threads";

const THREADS = 2;

for (let i = 0; i < THREADS; i++) {
  const worker = new Worker(new URL("./farm-worker.js", import.meta.url));
  worker.on("error", (error) => console.log(`thread failed: ${error.message}`));
}
