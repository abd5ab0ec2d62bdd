import cluster from "node:cluster";
import { createServer } from "node:http";
import { handler } from "./handler";

export class Cluster {
  constructor(private readonly size: number) {}

  start(): void {
    if (cluster.isPrimary) {
      for (let i = 0; i < this.size; i++) this.fork();
    } else {
      this.serve();
    }
  }

  private fork(): void {
    const worker = cluster.fork();
    worker.on("exit", () => this.fork());
  }

  private serve(): void {
    createServer(handler).listen({ port: 8080, exclusive: true });
    //                                         ^^^^^^^^^^^^^^^ no-worker-port-conflict exclusiveInCluster
  }
}
