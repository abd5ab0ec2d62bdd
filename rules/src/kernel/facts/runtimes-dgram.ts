import { everywhere, factsOf, linux } from "../fact.ts";

const dgramDoc = "Node.js doc/api/dgram.md, dgram.createSocket()";

/** UDP in Node.js. */
export const dgram = factsOf("runtimes", everywhere, {
  "dgram-plain-bind-sets-nothing": {
    title: "dgram sets no reuse option by itself",
    summary: "Unlike TCP, a plain dgram bind() sets neither SO_REUSEADDR nor SO_REUSEPORT.",
    detail:
      "reuseAddr: true sets SO_REUSEADDR on Linux, reusePort: true sets SO_REUSEPORT, both set both. Other " +
      "systems translate reuseAddr differently.",
    platforms: linux,
    read: ["Other systems translate reuseAddr differently."],
    sources: [dgramDoc, "libuv 1.52.1, src/unix/udp.c and src/win/udp.c"],
    experiment: "node-dgram",
  },
  "dgram-reuse-port-versions": {
    title: "dgram's reusePort exists since Node.js 22.12.0 and 23.1.0",
    summary: "Older versions of Node.js ignore reusePort of dgram.createSocket() silently.",
    detail: "The second socket then fails with EADDRINUSE. State the version in engines.node when you count on it.",
    since: "Node.js 22.12.0 and 23.1.0",
    sources: [dgramDoc, "nodejs/node#55403"],
    experiment: "node-dgram",
  },
  "dgram-options-are-truthy": {
    title: "dgram takes any truthy value",
    summary:
      'dgram.createSocket({ reuseAddr: "no" }) sets the option, and so does reusePort where it exists: any ' +
      "truthy value counts.",
    detail: "net compares with === true instead. Pass booleans.",
    sources: ["Node.js 26.10, lib/dgram.js:394"],
    experiment: "node-dgram",
  },
  "dgram-bind-options-ignored": {
    title: "dgram's bind() ignores reuse options",
    summary: "reuseAddr and reusePort belong to dgram.createSocket(); bind({ port, reuseAddr: true }) ignores them.",
    detail: "bind() does read exclusive, which matters in a cluster. Pass the reuse options when the socket is made.",
    sources: [dgramDoc],
    experiment: "node-dgram",
  },
  "dgram-always-binds": {
    title: "A dgram socket always binds before it sends",
    summary:
      "send() and connect() of an unbound dgram socket bind 0.0.0.0 with port 0 first, so each socket takes " +
      "a port for itself.",
    detail: "With the range used up they fail with bind EADDRINUSE. Use one socket for many peers.",
    sources: ["libuv 1.52.1, src/unix/udp.c, uv__udp_maybe_deferred_bind()"],
    experiment: "node-dgram",
  },
  "dgram-membership-sets-reuse-addr": {
    title: "addMembership() on an unbound socket binds it",
    summary:
      "addMembership() before bind() binds the socket to port 0 with SO_REUSEADDR; bind() afterwards fails " +
      "with EINVAL.",
    detail:
      "Bind first, join in the 'listening' handler. Otherwise the socket joins the group on a port that " +
      "nobody sends to.",
    sources: [
      "libuv 1.52.1, src/unix/udp.c, uv_udp_set_membership()",
      "Node.js doc/api/dgram.md, socket.addMembership()",
    ],
    experiment: "node-dgram",
  },
  "dgram-bind-sync": {
    title: "dgram's bindSync() throws",
    summary:
      "bindSync() and connectSync() of a dgram socket bind at once; with the port in use bindSync() throws " +
      "EADDRINUSE with syscall 'bind'.",
    detail:
      "reuseAddr and reusePort of createSocket() hold for them as for bind(). No 'error' listener hears such " +
      "a failure; catch it.",
    since: "Node.js 24.19.0 and 26.4.0",
    sources: ["Node.js doc/api/dgram.md, socket.bindSync()"],
    experiment: "node-dgram-more",
  },
  "dgram-udp6-is-dual-stack": {
    title: "A udp6 socket holds the IPv4 port as well",
    summary:
      "A udp6 socket on :: and a udp4 socket on the same port fail with EADDRINUSE in either order, unless " +
      "the udp6 socket has ipv6Only: true.",
    detail: "A udp6 socket without it receives IPv4 datagrams too. Use one udp6 socket for both families, or ipv6Only.",
    platforms: linux,
    sources: [dgramDoc, "ipv6(7), IPV6_V6ONLY"],
    experiment: "node-dgram-more",
  },
  "dgram-fd-sets-reuse-addr": {
    title: "dgram's bind({ fd }) sets SO_REUSEADDR",
    summary:
      "A UDP descriptor that Node.js adopts, by bind({ fd }) or from a cluster primary, gets SO_REUSEADDR " +
      "whether you want it or not.",
    detail:
      "Set after its own bind() it changes what other sockets with the option may do: they may bind the same " +
      "port and take its datagrams. Descriptors from elsewhere need a second look for that reason.",
    platforms: linux,
    sources: ["libuv 1.52.1, src/unix/udp.c:1027, uv_udp_open()", "libuv/libuv#4551"],
    experiment: "node-dgram",
  },
  "dgram-bind-once": {
    title: "A dgram socket is bound once",
    summary:
      "A second bind() of a dgram socket throws ERR_SOCKET_ALREADY_BOUND, also after send() or connect(), which bind it.",
    detail:
      "It throws from the call itself; no 'error' event follows. A second connect(), or a send() to an address when " +
      "connected, throws ERR_SOCKET_DGRAM_IS_CONNECTED. A closed socket throws ERR_SOCKET_DGRAM_NOT_RUNNING.",
    sources: ["Node.js doc/api/errors.md, ERR_SOCKET_ALREADY_BOUND", "Node.js doc/api/dgram.md"],
    experiment: "node-errors",
  },
  "dgram-address-family": {
    title: "A dgram socket takes addresses of its own family",
    summary: "In Node.js bind() of a udp4 socket to ::1, and of a udp6 socket to 127.0.0.1, fails with EINVAL.",
    detail:
      "A udp6 socket takes ::ffff:127.0.0.1. Bun and Deno make the socket of the family of the address instead, and " +
      "bind it.",
    platforms: linux,
    read: ["Bun and Deno make the socket of the family of the address instead, and bind it."],
    sources: ["Node.js doc/api/dgram.md, socket.bind()", "Bun 1.4.5 and Deno 2.9.6, node:dgram"],
    experiment: "node-errors",
  },
});
