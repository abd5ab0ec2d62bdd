import cluster from "node:cluster";
import Fastify from "fastify";

if (cluster.isPrimary) {
  const worker = cluster.fork();
  setTimeout(() => worker.disconnect(), 60_000);
} else {
  const app = Fastify();
  app.get("/", async () => ({ worker: cluster.worker.id }));
  await app.listen({
    port: 3000,
    host: "0.0.0.0",
    ...(process.platform === "linux" ? { reusePort: true } : {}),
    //                                   ^^^^^^^^^^^^^^^ no-cluster-bypass bypass
  });
}
