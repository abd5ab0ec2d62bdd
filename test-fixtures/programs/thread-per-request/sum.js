const { parentPort, workerData } = require("node:worker_threads");
const { limit } = require("./index");

let sum = 0;
for (let i = 0; i < Math.min(limit, workerData); i++) sum += i;
parentPort.postMessage(sum);
