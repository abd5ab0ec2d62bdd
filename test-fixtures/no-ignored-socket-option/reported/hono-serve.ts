import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { logger } from "hono/logger";

const app = new Hono();

app.use(logger());
app.get("/", (c) => c.text("hello"));
app.get("/users/:id", (c) => c.json({ id: c.req.param("id") }));

const options = {
  fetch: app.fetch,
  port: Number(process.env.PORT ?? 3000),
  reusePort: true,
// @3:18 no-ignored-socket-option ignored
};

serve(options, (info) => {
  console.log(`http://localhost:${info.port}`);
});
