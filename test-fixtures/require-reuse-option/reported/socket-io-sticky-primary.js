const cluster = require("cluster");
const http = require("http");
const { Server } = require("socket.io");
const { setupMaster, setupWorker } = require("@socket.io/sticky");

if (cluster.isMaster) {
  const httpServer = http.createServer();
  setupMaster(httpServer, { loadBalancingMethod: "least-connection" });
  httpServer.listen(3000);
  //         ^^^^^^ require-reuse-option noPolicy
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  const io = new Server(http.createServer());
  setupWorker(io);
}
