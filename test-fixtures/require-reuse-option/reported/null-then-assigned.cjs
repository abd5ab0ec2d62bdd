const http = require("http");

let server = null;

function start(handler, done) {
  if (server) return done(null, server);
  server = http.createServer(handler);
  server.listen(4567, "localhost", () => done(null, server));
  //     ^^^^^^ require-reuse-option noPolicy
}

function stop() {
  if (!server) return;
  server.close();
  server = null;
}

module.exports = { start, stop };
