import { serve } from "@hono/node-server";
import { app } from "./app.mjs";

serve({ fetch: app.fetch, port: 41234 });
//                        ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
