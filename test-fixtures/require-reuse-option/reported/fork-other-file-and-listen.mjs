import { fork } from "node:child_process";
import { createServer } from "node:http";
import { cpus } from "node:os";

const workers = cpus().map(() => fork("jobs/worker.mjs"));
let next = 0;

createServer((req, res) => {
  workers[next++ % workers.length].send({ url: req.url });
  res.end();
}).listen(process.env.PORT ?? 3000);
// ^^^^^^ require-reuse-option noPolicy
