import cluster from "node:cluster";
import { createServer } from "node:http";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  const server = createServer((req, res) => res.end());
  server.on("listening", () => console.log("listening in", process.pid));
  server.listen({ port: 8080, reusePort: process.platform === "linux" });
}
