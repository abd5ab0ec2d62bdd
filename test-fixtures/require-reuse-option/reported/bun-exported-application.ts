// @fixture {"package":{"packageManager":"bun@1.4.5","dependencies":{"hono":"^4.9.0"}}}
import { Hono } from "hono";

const shop = new Hono().get("/health", (context) => context.text("ok")).basePath("/shop");

export default shop;
// @1:15 require-reuse-option noPolicy
