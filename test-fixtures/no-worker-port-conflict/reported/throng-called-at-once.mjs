import throng from "throng";
import { createServer } from "node:http";
import { handle } from "./handle.mjs";

const port = Number(process.env.PORT ?? 3000);

function start() {
  createServer(handle).listen(port, () => console.log(`port ${port}`));
  //                   ^^^^^^ no-worker-port-conflict beside
}

throng({ worker: start(), count: 4 });
