"use strict";
const cluster = require("node:cluster");
const { createServer } = require("node:https");
const { readFileSync } = require("node:fs");

function main() {
  if (cluster.isPrimary) {
    cluster.on("listening", (worker, { address, port }) => {
      console.log("%d: %s:%d", worker.id, address, port);
    });
    for (let i = 0; i < 4; i++) cluster.fork();
    return;
  }

  const options = { port: 8443, host: "0.0.0.0" };
  if (process.platform === "linux") options.reusePort = true;
  //                                ^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
  createServer({ key: readFileSync("key.pem"), cert: readFileSync("cert.pem") }, (req, res) => {
    res.end("secure\n");
  }).listen(options);
}

main();
