import cluster from "node:cluster";
import http from "node:http";

export function run(port: number, reusePort?: boolean): void {
  if (cluster.isPrimary) {
    cluster.on("listening", (worker) => console.log(worker.id));
    cluster.fork();
  } else {
    http.createServer((_req, res) => res.end()).listen({ port, reusePort });
  }
}
