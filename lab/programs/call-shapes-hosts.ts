/** Calls as they are written: hosts in other forms, a path beside a port, flags that are no booleans, and the other family. */
import { every, native, nodes, on, to4, type ShapeEverywhere } from "./call-shapes-everywhere.ts";

export const hostShapes: readonly ShapeEverywhere[] = [
  on(every)("host 127.1", `net.createServer().listen({ port: 3000, host: "127.1" }, end); // ⇐`),
  on(every)("host 0x7f.1", `http.createServer().listen(3000, "0x7f.1", end); // ⇐`),
  on(every)("host 0", `http.createServer().listen({ port: 3000, host: "0" }, end); // ⇐`),
  on(every)("host ::0", `net.createServer().listen({ port: 3000, host: "::0" }, end); // ⇐`),
  on(every)("host 0:0:0:0:0:0:0:1", `net.createServer().listen(3000, "0:0:0:0:0:0:0:1", end); // ⇐`),
  on(every)("host ::ffff:0:0", `net.createServer().listen({ port: 3000, host: "::ffff:0:0" }, end); // ⇐`),
  on(every)("host ::FFFF:127.0.0.1", `net.createServer().listen({ port: 3000, host: "::FFFF:127.0.0.1" }, end); // ⇐`),
  on(every)("datagrams on 127.1", `dgram.createSocket("udp4").bind(3000, "127.1", end); // ⇐`),
  to4(every)("a connection to 127.1", `net.connect({ host: "127.1", port: 4000 })`),
  on(["bun"])("host [::1], http", `http.createServer().listen({ port: 3000, host: "[::1]" }, end); // ⇐`),
  on(["bun"])("host *", `net.createServer().listen({ port: 3000, host: "*" }, end); // ⇐`),
  native("bun", "Bun.serve on [::1]", `Bun.serve({ hostname: "[::1]", port: 3000, fetch: () => new Response() });`),
  native("deno", "Deno.listen on [::1]", `Deno.listen({ hostname: "[::1]", port: 3000 });`),
  on(every)("a path beside a port, net", `net.createServer().listen({ path: "./beside.sock", port: 3000 }, end); // ⇐`),
  on([...nodes, "deno"])(
    "a path beside a port that is undefined, http",
    `http.createServer().listen({ path: "./beside.sock", port: undefined }, end); // ⇐`,
  ),
  on(["bun"])(
    "a path beside a port, http",
    `http.createServer().listen({ path: "./beside.sock", port: 3000 }, end); // ⇐`,
  ),
  on(nodes)("ipv6Only: 1", `net.createServer().listen({ port: 3000, host: "::", ipv6Only: 1 }, end); // ⇐`),
  on(["bun"])("ipv6Only, http", `http.createServer().listen({ port: 3000, host: "::", ipv6Only: true }, end); // ⇐`),
  on(every)("datagrams, reuseAddr: 1", `dgram.createSocket({ type: "udp4", reuseAddr: 1 }).bind(3000, end); // ⇐`),
  native(
    "bun",
    "Bun.serve, reusePort: 1 and ipv6Only: 1",
    `Bun.serve({ hostname: "::", port: 3000, reusePort: 1, ipv6Only: 1, fetch: () => new Response() });`,
  ),
  native("deno", "Deno.listen, reusePort: 1", `Deno.listen({ hostname: "127.0.0.1", port: 3000, reusePort: 1 });`),
  native(
    "deno",
    "Deno.listenDatagram, reuseAddress: 1",
    `Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", port: 3000, reuseAddress: 1 });`,
  ),
  native(
    "bun",
    "Bun.udpSocket, connected to 127.0.0.1",
    `await Bun.udpSocket({ connect: { hostname: "127.0.0.1", port: 4000 } });`,
  ),
  native(
    "bun",
    "Bun.udpSocket with a port, connected to ::1",
    `await Bun.udpSocket({ hostname: "::", port: 3000, connect: { hostname: "::1", port: 4000 } });`,
  ),
  native(
    "bun",
    "Bun.udpSocket, connected to ::1",
    `try { await Bun.udpSocket({ connect: { hostname: "::1", port: 4000 } }); } catch {}`,
  ),
  to4(every)(
    "an IPv6 localAddress towards IPv4",
    `net.connect({ host: "127.0.0.1", port: 4000, localAddress: "::1" })`,
  ),
];
