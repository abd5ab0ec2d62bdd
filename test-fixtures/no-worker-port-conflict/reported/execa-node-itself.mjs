import { execaNode } from "execa";
import fastify from "fastify";

if (process.env.REPLICA) {
  const app = fastify();
  app.get("/", async () => ({ replica: process.env.REPLICA }));
  await app.listen({ port: 3000 });
  //        ^^^^^^ no-worker-port-conflict processes
} else {
  await Promise.all(["a", "b", "c"].map((name) => execaNode(import.meta.filename, { env: { REPLICA: name } })));
}
