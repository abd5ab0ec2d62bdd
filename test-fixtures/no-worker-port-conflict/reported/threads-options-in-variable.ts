import * as http from "node:http";
import * as threads from "node:worker_threads";
import { config } from "./config";
import { handler } from "./handler";

if (threads.isMainThread) {
  for (let i = 0; i < config.threads; i++) {
    new threads.Worker(__filename, { workerData: { seed: i } });
  }
} else {
  const options = { port: config.port, host: config.host };
  const server = http.createServer(handler);
  server.listen(options);
  //     ^^^^^^ no-worker-port-conflict threads
}
