import fastify from "fastify";
import { orders } from "./orders.mjs";

const app = fastify({ trustProxy: true });
app.register(orders, { prefix: "/orders" });

await app.listen({ port: 4000, host: "::" });
//        ^^^^^^ require-reuse-option noPolicy
