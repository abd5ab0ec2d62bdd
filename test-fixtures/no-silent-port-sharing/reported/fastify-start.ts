// @fixture {"settings":{"platforms":["linux"]}}
import fastify, { type FastifyListenOptions } from "fastify";

const app = fastify({ logger: true });
app.get("/ping", async () => "pong");

try {
  await app.listen({ port: 3000, host: "0.0.0.0", reusePort: true } as FastifyListenOptions);
  //                                              ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
} catch (err) {
  app.log.error(err);
  process.exit(1);
}
