import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import fastify from "fastify";
import { routes } from "./routes";

export class Application {
  async start(): Promise<void> {
    if (cluster.isPrimary) return this.forkAll();
    await this.listen();
  }

  private forkAll(): void {
    for (let i = 0; i < availableParallelism(); i++) cluster.fork();
  }

  private async listen(): Promise<void> {
    const app = fastify();
    await app.register(routes);
    await app.listen({ port: 3000, host: "0.0.0.0" });
  }
}
