const express = require("express");
const { cpus } = require("os");
const { isMainThread, Worker } = require("worker_threads");

const PORT = process.env.PORT || 5000;

function spawnAll() {
  cpus().forEach(() => {
    const w = new Worker(__filename);
    w.on("exit", (code) => code !== 0 && console.error("worker stopped with", code));
  });
}

if (isMainThread) {
  spawnAll();
} else {
  const app = express();
  app.get("/prime/:n", (req, res) => res.json({ prime: isPrime(Number(req.params.n)) }));
  app.listen(PORT, () => console.log("worker listening"));
  //  ^^^^^^ no-worker-port-conflict threads
}

function isPrime(n) {
  for (let i = 2; i * i <= n; i++) if (n % i === 0) return false;
  return n > 1;
}
