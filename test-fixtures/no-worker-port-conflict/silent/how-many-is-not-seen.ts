import { createServer } from "node:http";
import { parentPort, workerData } from "node:worker_threads";

const table = new Map<string, string>(workerData.entries);
const server = createServer((req, res) => res.end(table.get(req.url ?? "") ?? ""));

server.listen(8083, () => parentPort?.postMessage("listening"));
//     ^^^^^^ require-reuse-option workerNoPolicy
