import cluster from "node:cluster";
import http from "node:http";

if (cluster.isPrimary) {
  let up = 0;
  cluster.on("listening", () => up++);
  for (let i = 0; i < 2; i++) cluster.fork();
  http
    .createServer((_req, res) => res.end(`${up} workers\n`))
    .listen({ port: 9100, reusePort: process.platform === "linux" });
} else {
  http.createServer((_req, res) => res.end("ok")).listen(8080);
}
