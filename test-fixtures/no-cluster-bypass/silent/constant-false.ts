import cluster from "node:cluster";
import http from "node:http";

if (cluster.isPrimary) {
  const worker = cluster.fork();
  worker.on("listening", () => console.log("up"));
} else {
  http.createServer((_req, res) => res.end()).listen({ port: 8080, reusePort: false });
}
