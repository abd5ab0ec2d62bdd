// @fixture {"settings":{"runtime":"bun"}}
Bun.serve({
  unix: "/run/preview.sock",
  fetch: () => new Response("over a path"),
});
