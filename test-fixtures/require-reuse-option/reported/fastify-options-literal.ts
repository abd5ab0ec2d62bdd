import fastify from "fastify";

const app = fastify({ logger: { level: process.env.LOG_LEVEL ?? "info" } });

app.get("/v1/time", async () => ({ now: new Date().toISOString() }));

const start = async (): Promise<void> => {
  try {
    await app.listen({ port: 8080, host: "0.0.0.0" });
    //        ^^^^^^ require-reuse-option noPolicy
  } catch (err) {
    app.log.error(err);
    process.exit(1);
  }
};

void start();
