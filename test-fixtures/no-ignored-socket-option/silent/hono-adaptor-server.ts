import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/", (c) => c.text("hello"));

createAdaptorServer({ fetch: app.fetch }).listen({
  port: 3000,
  reusePort: process.platform === "linux",
});
