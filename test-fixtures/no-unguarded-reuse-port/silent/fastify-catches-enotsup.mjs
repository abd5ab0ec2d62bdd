import Fastify from "fastify";

const fastify = Fastify();
fastify.get("/", async () => ({ ok: true }));

const where = { port: 3000, host: "0.0.0.0" };
try {
  await fastify.listen({ ...where, reusePort: true });
} catch (err) {
  if (err.code !== "ENOTSUP") throw err;
  await fastify.listen({ ...where, reusePort: false });
}
