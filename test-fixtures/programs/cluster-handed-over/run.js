const server = require("./server");

module.exports = function run(cluster) {
  if (cluster.isMaster) {
    for (let i = 0; i < 4; i++) cluster.fork();
    return;
  }
  server.start();
};
