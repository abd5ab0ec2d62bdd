// With its mistake: every worker wants the port for itself. exclusive-clean.js lets them share it.
import cluster from "node:cluster";
import http from "node:http";

const WORKERS = 2;

if (cluster.isPrimary) {
  for (let i = 0; i < WORKERS; i++) cluster.fork();
  cluster.on("exit", (worker, code) => console.log(`worker ${worker.id} ended with ${code}`));
  process.once("SIGTERM", () => process.exit());
} else {
  const server = http.createServer((_request, response) => response.end(`worker ${cluster.worker.id}\n`));
  server.listen({ port: Number(process.env.PORT ?? 18092), host: "127.0.0.1", exclusive: true }, () => console.log(`worker ${cluster.worker.id} listens`));
}
