import fastify from "fastify";

const app = fastify();
try {
  await app.listen({ port: 3000, host: "::" });
  //        ^^^^^^ require-reuse-option noPolicy
} catch {
  await fastify().listen({ port: 3000, host: "0.0.0.0" });
  //              ^^^^^^ require-reuse-option noPolicy
}
