import Fastify, { type FastifyListenOptions } from "fastify";

const app = Fastify({ logger: true });

app.get("/orders/:id", async (req) => ({ id: (req.params as { id: string }).id }));

try {
  await app.listen({ port: 3001, host: "0.0.0.0", reusePort: true } as FastifyListenOptions);
  //                                              ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
} catch (err) {
  app.log.error(err);
  process.exit(1);
}
