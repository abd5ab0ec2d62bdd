const cluster = require("cluster");
const net = require("net");

if (cluster.isPrimary) {
  for (let i = 0; i < 8; i++) cluster.fork();
  process.on("SIGUSR2", () => {
    for (const id in cluster.workers) cluster.workers[id].disconnect();
  });
} else {
  const server = net.createServer((socket) => socket.pipe(socket));
  server.listen({ port: 7777, reusePort: true });
  //                          ^^^^^^^^^^^^^^^ no-cluster-bypass bypass
  //                          ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
}
