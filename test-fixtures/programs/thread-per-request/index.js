const { Worker } = require("node:worker_threads");
const express = require("express");

const app = express();

app.get("/sum", (request, response) => {
  const worker = new Worker("./sum.js", { workerData: Number(request.query.n) });
  worker.once("message", (sum) => response.json({ sum }));
});

app.listen(3000, () => console.log("ready"));
//  ^^^^^^ no-worker-port-conflict beside

module.exports = { limit: 1000 };
