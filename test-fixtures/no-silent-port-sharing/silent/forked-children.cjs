// @fixture {"settings":{"platforms":["linux"]}}
const { fork } = require("node:child_process");
const http = require("node:http");

const server = http.createServer((req, res) => res.end(String(process.pid)));
server.listen({ port: 3000, reusePort: true });

if (!process.argv.includes("--child")) fork(__filename, ["--child"]);
