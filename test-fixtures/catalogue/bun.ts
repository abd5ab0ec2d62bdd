import { serve } from "bun";

const fetch = () => new Response("ok");

Bun.serve({ port: 6301, fetch });
//  ^^^^^ require-reuse-option noPolicy
Bun.serve({ port: process.env.PORT ?? 6302, hostname: "0.0.0.0", fetch });
//  ^^^^^ require-reuse-option noPolicy
Bun.serve({ routes: { "/": new Response("the default port is 3000") } });
//  ^^^^^ require-reuse-option noPolicy
serve({ port: 6303, routes: { "/ping": new Response("pong") } });
// @1:6 require-reuse-option noPolicy

Bun.listen({
//  ^^^^^^ require-reuse-option noPolicy
  hostname: "127.0.0.1",
  port: 6304,
  socket: { data: (socket, chunk) => void socket.write(chunk) },
});

Bun.serve({ unix: "/run/app.sock", fetch });
await Bun.udpSocket({ port: 6305, socket: { data: (_socket, packet) => console.log(packet.length) } });

await Bun.connect({ hostname: "mx.example.com", port: 25, socket: { data: () => undefined } });
await Bun.connect({ hostname: "mx.example.com", port: 25, localAddress: "192.0.2.10", socket: { data: () => undefined } });
await Bun.connect({ hostname: "192.0.2.25", port: 25, localAddress: "192.0.2.10", socket: { data: () => undefined } });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
