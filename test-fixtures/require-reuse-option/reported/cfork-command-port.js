const cfork = require("cfork");
const net = require("net");
const path = require("path");

cfork({ exec: path.join(__dirname, "app.js"), count: 4 })
  .on("fork", (worker) => console.log("[%d] worker starts", worker.process.pid))
  .on("exit", (worker, code) => console.warn("[%d] worker ends with %d", worker.process.pid, code));

net.createServer((socket) => socket.on("data", (line) => command(String(line)))).listen(5858, "127.0.0.1");
//                                                                               ^^^^^^ require-reuse-option noPolicy

function command(line) {
  if (line.trim() === "stop") process.exit();
}
