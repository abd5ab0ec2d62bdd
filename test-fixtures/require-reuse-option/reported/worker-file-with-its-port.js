const { createServer } = require("node:http");
const { parentPort, workerData } = require("node:worker_threads");

const server = createServer((_req, res) => res.end("ok\n"));
server.listen(workerData.port, () => parentPort.postMessage("ready"));
//     ^^^^^^ require-reuse-option workerNoPolicy
