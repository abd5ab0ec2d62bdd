// @fixture {"settings":{"runtime":"bun"},"package":{"engines":{"node":">=18","bun":">=1.1"}}}
const workers = Number(process.env.WORKERS ?? "1");

Bun.serve({
  port: 3000,
  reusePort: workers > 1,
  fetch: () => new Response("ok"),
});
