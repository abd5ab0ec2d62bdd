import cluster from "node:cluster";
import { createServer } from "node:http";
import { createClient } from "redis";

if (cluster.isPrimary) {
  for (let i = 0; i < 4; i++) cluster.fork();
} else {
  const cache = createClient();
  const server = createServer((_req, res) => res.end());
  server.listen({ port: 8080, reusePort: process.platform === "linux" });
  process.once("SIGTERM", () => {
    server.close();
    cache.disconnect();
  });
}
