import { createServer } from "node:http";
import { parentPort, threadId } from "node:worker_threads";

const server = createServer((_req, res) => res.end(`thread ${threadId}`));
server.listen({ port: 42000, reusePort: process.platform === "linux" }, () => {
//              ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
  parentPort?.postMessage("ready");
});
