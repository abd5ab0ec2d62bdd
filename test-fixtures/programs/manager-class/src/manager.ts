import cluster from "node:cluster";

export class ProcessManager {
  constructor(private readonly count: number) {}

  run(worker: () => void): void {
    if (cluster.isPrimary) for (let i = 0; i < this.count; i++) cluster.fork();
    else worker();
  }
}
