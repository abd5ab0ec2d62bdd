const { parentPort } = require("node:worker_threads");
const { limit } = require("./limits");

parentPort.postMessage(limit);
