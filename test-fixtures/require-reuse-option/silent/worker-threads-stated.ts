import { createServer } from "node:http";
import { parentPort } from "node:worker_threads";

createServer((_req, res) => res.end()).listen({ port: 8302, exclusive: false }, () => {
  parentPort?.postMessage("ready");
});
