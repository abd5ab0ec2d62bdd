import Fastify, { type FastifyListenOptions as ListenTo, type FastifyInstance } from "fastify";

export class Api {
  private readonly app: FastifyInstance = Fastify();

  async open(options: { health: boolean }): Promise<void> {
    if (options.health) this.app.get("/health", async () => "ok");
    await this.app.listen({ port: 8090 });
    //             ^^^^^^ require-reuse-option noPolicy
  }
}
