import cluster from "node:cluster";
import http2 from "node:http2";

if (!cluster.isWorker) {
  for (let i = 0; i < 2; i++) cluster.fork();
  cluster.on("listening", (w, a) => console.log(w.id, a.port));
} else {
  http2.createServer().listen({ port: 8443, reusePort: process.platform !== "win32" });
  //                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-cluster-bypass bypass
  //                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
}
