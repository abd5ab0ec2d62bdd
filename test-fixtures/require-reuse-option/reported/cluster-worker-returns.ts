import cluster from "node:cluster";
import { createServer } from "node:http";
import { render } from "./render";
import { work } from "./work";

function main(): void {
  if (cluster.isWorker) {
    process.on("message", work);
    return;
  }
  const workers = [cluster.fork(), cluster.fork()];
  createServer((req, res) => res.end(render(req.url, workers.length))).listen(8080);
  //                                                                   ^^^^^^ require-reuse-option noPolicy
}

main();
