import Fastify from "fastify";

const app = Fastify({ logger: true });
app.get("/", async () => ({ hello: "world" }));

const listenOptions = {
  port: Number(process.env.PORT ?? 3000),
  host: process.env.HOST ?? "127.0.0.1",
  reusePort: process.env.REUSE_PORT === "1",
};
await app.listen(listenOptions);
