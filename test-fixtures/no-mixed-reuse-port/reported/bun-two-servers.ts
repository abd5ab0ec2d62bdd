import { serve } from "bun";

const api = serve({ port: 3000, fetch: () => new Response("api") });
//          ^^^^^ no-mixed-reuse-port mixed
const web = Bun.serve({ port: 3000, reusePort: true, fetch: () => new Response("web") });
//                                  ^^^^^^^^^^^^^^^ no-silent-port-sharing shares

console.log(api.url.href, web.url.href);
