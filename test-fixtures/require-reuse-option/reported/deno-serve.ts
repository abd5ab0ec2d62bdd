import { route } from "./route.ts";

Deno.serve({ port: 8787, hostname: "127.0.0.1" }, (req) => route(req));
//   ^^^^^ require-reuse-option noPolicy
