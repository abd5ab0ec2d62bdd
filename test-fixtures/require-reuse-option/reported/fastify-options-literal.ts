import fastify from "fastify";

const app = fastify({ logger: { level: process.env.LOG_LEVEL ?? "info" } });

app.get("/v1/time", async () => ({ now: new Date().toISOString() }));

const start = async (): Promise<void> => {
  try {
    await app.listen({ port: 8080, host: "0.0.0.0" });
    //        ^^^^^^ require-reuse-option noPolicy
    // suggests: State `reusePort: false`: the port is not shared.
    //   | const options: import("fastify").FastifyListenOptions & { reusePort: boolean } = { port: 8080, host: "0.0.0.0", reusePort: false };
    //   | await app.listen(options);
    // suggests: Share the port on Linux: `reusePort: process.platform === "linux"`.
    //   | const options: import("fastify").FastifyListenOptions & { reusePort: boolean } = { port: 8080, host: "0.0.0.0", reusePort: process.platform === "linux" };
    //   | await app.listen(options);
  } catch (err) {
    app.log.error(err);
    process.exit(1);
  }
};

void start();
