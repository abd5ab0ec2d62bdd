import { Hono } from "hono";

const app = new Hono();

if (process.env.STANDALONE) Bun.serve({ port: 3000, fetch: app.fetch });
//                              ^^^^^ require-reuse-option noPolicy

export default app;
// @1:15 require-reuse-option noPolicy
