"use strict";
const { createServer } = require("node:http");

function open(port, onRequest) {
  const opts = { port };
  if (process.platform !== "win32") {
    opts.reusePort = true;
//  ^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
  }
  const server = createServer(onRequest);
  server.listen(opts);
  return server;
}

module.exports = { open };
