const page = () => new Response("page");

Deno.serve({ port: 8600 }, page);
//   ^^^^^ require-reuse-option noPolicy
Deno.serve({ port: 8600 }, () => new Response("metrics"));
//   ^^^^^ no-duplicate-listen port
