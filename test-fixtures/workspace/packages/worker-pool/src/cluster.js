// With its mistake: the primary waits for workers that bind behind its back. cluster-clean.js lets it bind.
import cluster from "node:cluster";
import http from "node:http";
import { limitOf, primesBelow } from "./work.js";

const WORKERS = 2;

if (cluster.isPrimary) {
  for (let i = 0; i < WORKERS; i++) cluster.fork();
  cluster.on("listening", (worker, { port }) => console.log(`worker ${worker.id} on ${port}`));
  process.once("SIGTERM", () => cluster.disconnect(() => console.log("stopped")));
} else {
  const server = http.createServer((request, response) => response.end(`${primesBelow(limitOf(request.url))}\n`));
  server.listen({ port: Number(process.env.PORT ?? 18091), host: "127.0.0.1", reusePort: process.platform === "linux" });
}
