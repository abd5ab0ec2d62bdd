import cluster from "node:cluster";
import { cpus } from "node:os";
import Koa from "koa";

function startPrimary(): void {
  cluster.on("listening", (worker) => console.log(`worker ${worker.id} ready`));
  cpus().forEach(() => cluster.fork());
}

function startWorker(): void {
  const app = new Koa();
  app.use((ctx) => {
    ctx.body = { pid: process.pid };
  });
  app.listen({ port: 3000, reusePort: process.platform === "linux" });
  //                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
}

if (cluster.isPrimary) startPrimary();
else startWorker();
