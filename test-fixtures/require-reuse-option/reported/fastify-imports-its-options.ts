import Fastify, { type FastifyListenOptions as ListenTo, type FastifyInstance } from "fastify";

export class Api {
  private readonly app: FastifyInstance = Fastify();

  async open(options: { health: boolean }): Promise<void> {
    if (options.health) this.app.get("/health", async () => "ok");
    await this.app.listen({ port: 8090 });
    //             ^^^^^^ require-reuse-option noPolicy
    // suggests: State `reusePort: false`: the port is not shared.
    //   | const listenOptions: ListenTo & { reusePort: boolean } = { port: 8090, reusePort: false };
    //   | await this.app.listen(listenOptions);
    // suggests: Share the port on Linux: `reusePort: process.platform === "linux"`.
    //   | const listenOptions: ListenTo & { reusePort: boolean } = { port: 8090, reusePort: process.platform === "linux" };
    //   | await this.app.listen(listenOptions);
  }
}
