const cluster = require("cluster");
const { createServer } = require("http");

if (cluster.isPrimary) {
  cluster.on("online", (worker) => console.log(worker.id, "started"));
  const worker = cluster.fork();
  worker.on("message", (text) => text === "listening" && console.log("up"));
  process.on("SIGTERM", () => worker.kill());
} else {
  const reusePort = process.platform === "linux";
  createServer((req, res) => res.end()).listen({ port: 3000, reusePort }, () => process.send("listening"));
}
