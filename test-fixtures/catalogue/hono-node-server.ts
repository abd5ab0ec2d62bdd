// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import { createAdaptorServer, serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono();
app.get("/", (c) => c.text("ok"));

serve({ fetch: app.fetch, port: 5401 });
// @1:6 require-reuse-option droppedOption
serve({ fetch: app.fetch, port: 5402, hostname: "127.0.0.1" }, (info) => console.log(info.port));
// @1:6 require-reuse-option droppedOption

createAdaptorServer({ fetch: app.fetch }).listen({ port: 5403 });
//                                        ^^^^^^ require-reuse-option noPolicy
createAdaptorServer(app).listen(5404, () => console.log("up"));
//                       ^^^^^^ require-reuse-option noPolicy
