import cluster from "node:cluster";
import { createServer } from "node:net";

if (cluster.isPrimary) {
  cluster.on("listening", (worker) => console.log(worker.id));
  cluster.fork();
} else {
  const probe = createServer();
  probe.once("error", () => process.send!({ free: false }));
  probe.listen({ port: 8080, reusePort: process.platform === "linux" }, () => {
    probe.close();
    process.send!({ free: true });
  });
}
