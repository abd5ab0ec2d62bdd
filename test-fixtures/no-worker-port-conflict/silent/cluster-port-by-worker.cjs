const cluster = require("cluster");
const net = require("net");

if (cluster.isMaster) {
  for (let i = 0; i < 4; i++) cluster.fork({ SHARD_PORT: 6000 + i });
} else {
  net.createServer((socket) => socket.pipe(socket)).listen({ port: process.env.SHARD_PORT, exclusive: true });
  net.createServer((socket) => socket.end()).listen({ port: 7000 + cluster.worker.id, exclusive: true });
}
