import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

const { rates } = workerData;

const server = createServer((req, res) => {
  const currency = new URL(req.url, "http://localhost").searchParams.get("c");
  res.end(JSON.stringify({ currency, rate: rates[currency] ?? null }));
});

server.listen(8300, () => parentPort.postMessage({ ready: true }));
//     ^^^^^^ require-reuse-option workerNoPolicy
