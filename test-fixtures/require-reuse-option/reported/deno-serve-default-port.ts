Deno.serve(() => new Response("hello from the default port"));
//   ^^^^^ require-reuse-option noPolicy
