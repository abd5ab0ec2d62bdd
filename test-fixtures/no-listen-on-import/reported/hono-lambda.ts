// @fixture {"package":{"type":"module"}}
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";

const app = new Hono().get("/", (c) => c.text("hello"));

serve({ fetch: app.fetch, port: 3000 });
// @1:6 no-listen-on-import handler

export const handler = handle(app);
