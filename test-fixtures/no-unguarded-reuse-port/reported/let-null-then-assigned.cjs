"use strict";
const http = require("http");
const { URL } = require("url");

let server = null;
const sockets = new Set();

function onRequest(req, res) {
  const { pathname } = new URL(req.url, "http://localhost");
  if (pathname === "/healthz") return res.end("ok");
  if (pathname !== "/time") {
    res.statusCode = 404;
    return res.end();
  }
  res.setHeader("content-type", "application/json");
  res.end(JSON.stringify({ now: Date.now() }));
}

exports.start = function start({ port = 8090, host = "0.0.0.0" } = {}) {
  server = http.createServer(onRequest);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen({ port, host, reusePort: true });
  //                          ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
};

exports.stop = function stop(done) {
  if (!server) return done();
  server.close(done);
  for (const socket of sockets) socket.destroy();
};

process.on("SIGTERM", () => exports.stop(() => process.exit(0)));
