const http = require("http");

function serve(handler, port, workers) {
  const opts = { port, host: "::" };
  opts.reusePort = workers > 1;
  return http.createServer(handler).listen(opts);
}

module.exports = serve;
