"use strict";
const fastify = require("fastify");
const { isMainThread, Worker } = require("node:worker_threads");

async function main() {
  if (isMainThread) {
    for (let n = 0; n < 4; n += 1) new Worker(__filename);
    return;
  }

  const app = fastify();
  app.get("/", async () => ({ ok: true }));
  await app.listen({ port: 3000, host: "::" });
  //        ^^^^^^ no-worker-port-conflict threads
}

main();
