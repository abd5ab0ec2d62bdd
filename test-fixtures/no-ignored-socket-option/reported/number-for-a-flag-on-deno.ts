// @fixture {"settings":{"runtime":"deno","platforms":["linux"]}}
Deno.serve({ port: 8080, reusePort: 1 }, () => new Response("ok"));
//                       ^^^^^^^^^^^^ no-ignored-socket-option wrongType
