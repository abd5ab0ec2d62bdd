const { fork } = require("child_process");
const http = require("http");

if (!process.send) {
  const child = fork(__filename);
  process.on("exit", () => child.kill());
}

const server = http.createServer((req, res) => res.end(`${process.pid}`));
server.listen(4100);
//     ^^^^^^ no-worker-port-conflict beside
