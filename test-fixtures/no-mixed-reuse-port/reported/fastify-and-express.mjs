import express from "express";
import fastify from "fastify";

const PORT = 3333;

async function main() {
  const modern = fastify();
  modern.get("/v2", async () => ({ v: 2 }));
  await modern.listen({ port: PORT, host: "0.0.0.0", reusePort: true });
  //                                                 ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded

  const legacy = express();
  legacy.get("/v1", (_req, res) => res.json({ v: 1 }));
  legacy.listen(PORT);
  //     ^^^^^^ no-mixed-reuse-port mixed
}

await main();
