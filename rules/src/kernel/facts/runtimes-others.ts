import { factsOf, linux } from "../fact.ts";

/** Bun and Deno. */
export const others = factsOf("runtimes", linux, {
  "bun-does-not-share-by-default": {
    title: "Bun.serve does not share its port by default",
    summary: "A second Bun.serve on the same port throws EADDRINUSE at once, unless both set reusePort: true.",
    detail: "Bun sets SO_REUSEADDR by itself. Spawned Bun processes that all serve one port need reusePort, on Linux.",
    sources: ["Bun 1.4.5, types serve.d.ts:919", "oven-sh/bun#9560"],
    experiment: "bun",
  },
  "bun-http-ignores-reuse-port": {
    title: "Bun's node:http ignores reusePort",
    summary:
      "In Bun http.createServer().listen({ reusePort: true }) does not share the port, while node:net and Bun.serve do.",
    detail: "The second listener fails with EADDRINUSE. Use Bun.serve, or node:net.",
    sources: ["oven-sh/bun#43690"],
    experiment: "bun",
  },
  "bun-exclusive-wins": {
    title: "In Bun.listen exclusive wins over reusePort",
    summary: "Bun.listen({ exclusive: true, reusePort: true }) does not share the port.",
    detail: "Give only one of the two. With exclusive: true the second listener throws EADDRINUSE at once.",
    sources: ["Bun 1.4.5, socket flags of Bun.listen"],
    experiment: "bun",
  },
  "bun-dgram-reuse": {
    title: "Bun's node:dgram honours the reuse options",
    summary: "In Bun dgram.createSocket() honours reuseAddr and reusePort; there is no net.BoundSocket.",
    detail:
      "Two sockets with the same option share the port. Which of them receives a datagram is up to the kernel, as for any program.",
    sources: ["Bun 1.4.5, node:dgram"],
    experiment: "bun",
  },
  "bun-local-address-binds": {
    title: "Bun's localAddress binds to port 0 too",
    summary:
      "In Bun net.connect({ localAddress }) calls bind(address, 0) without IP_BIND_ADDRESS_NO_PORT, so connections stop at the size of the range.",
    detail:
      "The remedies are those for Node.js. Without localAddress Bun does not bind, and shares ports by destination.",
    sources: ["Bun 1.4.5, node:net"],
    experiment: "bun",
  },
  "deno-reuse-port": {
    title: "Deno shares a TCP port with reusePort",
    summary:
      "On Linux Deno.listen and Deno.serve share a port with reusePort: true on both; by default the second throws AddrInUse at once.",
    detail:
      "node:net and node:http in Deno honour the option as well. Outside Linux the documentation calls it without effect.",
    sources: ["Deno 2.9.6, TcpListenOptions"],
    experiment: "deno",
  },
  "deno-datagram-options": {
    title: "Deno's UDP knows reuseAddress, not reusePort",
    summary: "Deno.listenDatagram takes reuseAddress and ignores reusePort; Deno's node:dgram ignores reusePort too.",
    detail: "The ignored option gives EADDRINUSE for the second socket. Deno.listenDatagram is behind --unstable-net.",
    sources: ["Deno 2.9.6, UdpListenOptions"],
    experiment: "deno",
  },
  "deno-local-address-binds": {
    title: "Deno's localAddress binds to port 0 too",
    summary:
      "In Deno net.connect({ localAddress }) calls bind(address, 0) without IP_BIND_ADDRESS_NO_PORT, so connections stop at the size of the range.",
    detail:
      "Deno.createHttpClient({ localAddress }) does the same. Leave the option out where the source address does not matter.",
    sources: ["Deno 2.9.6, node:net"],
    experiment: "deno",
  },
});
