// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import net from "node:net";
import { parentPort } from "node:worker_threads";
import { app } from "./app.mjs";

const probe = net.createServer();
probe.listen(3000, () => {
  probe.close();
  parentPort?.postMessage("port was free");
});

createServer(app).listen({ port: 3000, reusePort: true });
