const { fork } = require("node:child_process");
const http = require("node:http");

if (process.send) {
  const port = Number(process.argv[2]);
  http.createServer((req, res) => res.end(`${port}`)).listen({ port, exclusive: false });
} else {
  for (const port of [5001, 5002, 5003]) fork(__filename, [String(port)]);
}
