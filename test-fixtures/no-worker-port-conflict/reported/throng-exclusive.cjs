const http = require("http");
const throng = require("throng");

throng({ workers: 4, worker: start });

function start(id) {
  const server = http.createServer((req, res) => res.end(`worker ${id}`));
  server.listen({ port: 8000, exclusive: true });
  //                          ^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
}
