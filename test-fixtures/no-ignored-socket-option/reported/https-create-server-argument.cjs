"use strict";

const fs = require("fs");
const { createServer } = require("https");

const settings = {
  key: fs.readFileSync("/etc/ssl/private/site.key"),
  cert: fs.readFileSync("/etc/ssl/certs/site.pem"),
  reusePort: true,
// @3:18 no-ignored-socket-option ignored
};

function onRequest(req, res) {
  res.writeHead(200, { "content-type": "text/plain" });
  res.end("secure\n");
}

const site = createServer(settings, onRequest);
site.on("tlsClientError", (error) => console.error("handshake:", error.message));
site.listen(443);
