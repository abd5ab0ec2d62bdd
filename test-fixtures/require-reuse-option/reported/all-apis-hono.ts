// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/", (c) => c.text("hono"));

serve({ fetch: app.fetch, port: 8787 }, (info) => console.log(`on ${info.port}`));
// @1:6 require-reuse-option droppedOption
