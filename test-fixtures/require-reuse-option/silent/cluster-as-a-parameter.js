const http = require("http");
const { handler } = require("./handler");

module.exports = function start(cluster, { workers, port }) {
  if (cluster.isMaster) {
    for (let i = 0; i < workers; i++) cluster.fork();
  } else {
    http.createServer(handler).listen(port);
  }
};
