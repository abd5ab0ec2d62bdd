// @fixture {"settings":{"runtime":"bun"}}
Bun.serve({ port: 3000, fetch: () => new Response("plain") });
//  ^^^^^ require-reuse-option noPolicy
