import Fastify, { fastify } from "fastify";

const app = Fastify({ logger: true });
app.get("/", async () => ({ ok: true }));
await app.listen({ port: 4801 });
//        ^^^^^^ require-reuse-option noPolicy

const named = fastify();
named.listen({ port: 4802, host: "0.0.0.0" }, (error, address) => {
//    ^^^^^^ require-reuse-option noPolicy
  if (error) throw error;
  console.log(address);
});

const port = Number(process.env.PORT ?? 4803);
const third = Fastify();
await third.listen({ port });
//          ^^^^^^ require-reuse-option noPolicy
