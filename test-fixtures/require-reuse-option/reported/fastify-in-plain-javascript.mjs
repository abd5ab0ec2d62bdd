import fastify from "fastify";
import { orders } from "./orders.mjs";

const app = fastify({ trustProxy: true });
app.register(orders, { prefix: "/orders" });

await app.listen({ port: 4000, host: "::" });
//        ^^^^^^ require-reuse-option noPolicy
// suggests: State `reusePort: false`: the port is not shared.
//   | await app.listen({ port: 4000, host: "::", reusePort: false });
// suggests: Share the port on Linux: `reusePort: process.platform === "linux"`.
//   | await app.listen({ port: 4000, host: "::", reusePort: process.platform === "linux" });
