import { H3, serve as serveH3 } from "h3";
import { serve } from "srvx";

serveH3(new H3().get("/", () => "pages"), { port: 3019 });
// @1:8 require-reuse-option noPolicy
serve({ port: 3020, fetch: () => new Response("api") });
// @1:6 require-reuse-option noPolicy
