import fastify from "fastify";

const REUSE = "true";

const app = fastify({ logger: true });
app.get("/", async () => ({ up: true }));

await app.listen({ port: 3000, host: "::", reusePort: REUSE });
//                                         ^^^^^^^^^^^^^^^^ no-ignored-socket-option wrongType
