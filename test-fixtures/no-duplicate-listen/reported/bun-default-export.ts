import { Hono } from "hono";

const app = new Hono().get("/", (context) => context.text("hi"));

Bun.serve({ fetch: app.fetch, idleTimeout: 30 });
//  ^^^^^ no-duplicate-listen bunExport

export default app;
