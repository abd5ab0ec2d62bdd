const page = new Response("page");

Deno.serve({ port: 8000, reusePort: true }, () => page.clone());
//                       ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
Deno.serve(() => new Response("status"));
//   ^^^^^ no-mixed-reuse-port mixed
