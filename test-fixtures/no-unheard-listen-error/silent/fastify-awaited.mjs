import Fastify from "fastify";
const app = Fastify();
try {
  await app.listen({ port: 3000, exclusive: true });
} catch (error) {
  if (error.code === "EADDRINUSE") console.error("port 3000 is taken");
  process.exit(1);
}
