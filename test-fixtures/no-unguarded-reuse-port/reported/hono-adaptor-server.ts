import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/", (c) => c.text("hello"));

const server = createAdaptorServer(app);
server.listen({ port: 8787, reusePort: true });
//                          ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
