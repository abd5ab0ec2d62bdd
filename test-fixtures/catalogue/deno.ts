const handler = () => new Response("ok");

Deno.serve({ port: 6401 }, handler);
//   ^^^^^ require-reuse-option noPolicy
Deno.serve({ port: 6402, hostname: "127.0.0.1", handler });
//   ^^^^^ require-reuse-option noPolicy
Deno.serve(handler);
//   ^^^^^ require-reuse-option noPolicy

Deno.listen({ port: 6403 });
//   ^^^^^^ require-reuse-option noPolicy
Deno.listen({ transport: "tcp", hostname: "0.0.0.0", port: 6404 });
//   ^^^^^^ require-reuse-option noPolicy
Deno.listenTls({ port: 6407, cert: Deno.readTextFileSync("site.pem"), key: Deno.readTextFileSync("site.key") });
//   ^^^^^^^^^ require-reuse-option noPolicy
Deno.listen({ transport: "unix", path: "/run/app.sock" });

Deno.listenDatagram({ transport: "udp", hostname: "0.0.0.0", port: 6405, reuseAddress: true });
//                                                                       ^^^^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
Deno.listenDatagram({ transport: "udp", hostname: "0.0.0.0", port: 6406, reusePort: true });
//                                                                       ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

Deno.createHttpClient({ localAddress: "192.0.2.10" });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

await Deno.connect({ hostname: "mx.example.com", port: 25 });
await Deno.connectTls({ hostname: "mx.example.com", port: 465 });
