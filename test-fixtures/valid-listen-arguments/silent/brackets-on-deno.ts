// @fixture {"settings":{"runtime":"deno","platforms":["linux"]}}
Deno.listen({ hostname: "[::1]", port: 7000, reusePort: false });
Deno.serve({ hostname: "[::1]", port: 7001, reusePort: false }, () => new Response(""));
