import { factsOf, linux } from "../fact.ts";

/** Bun and Deno. */
export const others = factsOf("runtimes", linux, {
  "bun-does-not-share-by-default": {
    title: "Bun.serve does not share its port by default",
    summary:
      "Outside a cluster a second Bun.serve on the same address and port throws EADDRINUSE at once, unless " +
      "both set reusePort: true.",
    detail:
      "Bun sets SO_REUSEADDR by itself. Spawned Bun processes that all serve one port need reusePort, on " +
      "Linux. In a cluster worker Bun shares the port unasked, and on a name with two addresses a second " +
      "copy takes the other address.",
    sources: ["Bun 1.4.5, types serve.d.ts:919", "oven-sh/bun#9560"],
    experiment: "bun",
    seenOn: "Bun 1.4.5",
  },
  "bun-http-ignores-reuse-port": {
    title: "Bun's node:http ignores reusePort",
    summary:
      "Outside a cluster http.createServer().listen({ reusePort: true }) of Bun does not share the port, " +
      "while node:net and Bun.serve do.",
    detail:
      "The second listener on the address fails with EADDRINUSE. Use Bun.serve, or node:net. In a cluster " +
      "worker node:http shares the port with the option and without it.",
    sources: ["oven-sh/bun#43690"],
    experiment: "bun",
    seenOn: "Bun 1.4.5",
  },
  "bun-localhost-second-copy": {
    title: "On localhost a second copy in Bun takes the other family",
    summary:
      "When localhost is both 127.0.0.1 and ::1, a second listener of Bun on localhost does not fail: it " +
      "takes the other address; the third gets EADDRINUSE.",
    detail:
      "Bun tries the next address after a failure, in Bun.serve, node:http and node:net. Node.js fails at " +
      "once. Write an address instead of a name where only one copy is meant to run.",

    sources: ["oven-sh/bun#36710", "Bun 1.4.5, packages/bun-usockets/src/bsd.c, bsd_create_listen_socket()"],
    experiment: "bun",
    seenOn: "Bun 1.4.5",
  },
  "bun-cluster-net-through-primary": {
    title: "In Bun node:net in a cluster goes through the primary",
    summary:
      "In a cluster worker of Bun 1.4 node:net listens through the primary, as in Node.js; node:tls shares " +
      "the descriptor of the primary.",
    detail:
      "Port 0 is one port for all workers, and exclusive: true makes the second worker fail with EADDRINUSE. " +
      "The servers of node:http and node:https and Bun.serve are different.",
    sources: ["oven-sh/bun#31829"],
    experiment: "runtime-clusters",
    seenOn: "Bun 1.4.5",
  },
  "bun-cluster-shares": {
    title: "In Bun http in a cluster shares the port unasked",
    summary:
      "In a cluster worker of Bun 1.4 node:http, node:https and Bun.serve bind in each worker with " +
      "SO_REUSEPORT, without any option.",
    detail:
      "The kernel spreads the clients. exclusive: true changes nothing, and port 0 is another port for each " +
      "worker. A second program of the same user that is such a cluster shares the port too: no EADDRINUSE " +
      "says that it runs twice.",
    sources: ["oven-sh/bun#38109"],
    experiment: "runtime-clusters",
    seenOn: "Bun 1.4.5",
  },
  "bun-empty-port": {
    title: "In Bun an empty port is a random one, or 3000",
    summary:
      'In Bun listen("") of node:net and Bun.listen take a port of the kernel\'s choice; node:http and Bun.serve take ' +
      "their default, port 3000.",
    detail:
      'listen({ port: "" }) of node:net throws ERR_SOCKET_BAD_PORT, as in Node.js. node:http reads other text as ' +
      'parseInt() does. So listen("1e3") is port 1 there.',
    sources: ["Bun 1.4.5, node:net, node:http and Bun.serve"],
    experiment: "bun",
    seenOn: "Bun 1.4.5",
  },
  "bun-exclusive-wins": {
    title: "In Bun.listen exclusive wins over reusePort",
    summary: "Bun.listen({ exclusive: true, reusePort: true }) does not share the port.",
    detail:
      "Give only one of the two. With exclusive: true the second listener on the same address throws " +
      "EADDRINUSE at once.",
    sources: ["Bun 1.4.5, socket flags of Bun.listen"],
    experiment: "bun",
    seenOn: "Bun 1.4.5",
  },
  "bun-dgram-reuse": {
    title: "Bun's node:dgram honours the reuse options",
    summary: "In Bun dgram.createSocket() honours reuseAddr and reusePort; there is no net.BoundSocket.",
    detail:
      "Two sockets with the same option share the port. Which of them receives a datagram is up to the " +
      "kernel, as for any program.",
    sources: ["Bun 1.4.5, node:dgram"],
    experiment: "bun",
    seenOn: "Bun 1.4.5",
  },
  "bun-local-address-binds": {
    title: "Bun's localAddress binds to port 0 too",
    summary:
      "In Bun net.connect({ localAddress }) calls bind(address, 0) without IP_BIND_ADDRESS_NO_PORT, so " +
      "connections stop at the size of the range.",
    detail:
      "Leave the option out where the source address does not matter. Without it ports are shared by destination.",
    sources: ["Bun 1.4.5, node:net"],
    experiment: "bun",
    seenOn: "Bun 1.4.5",
  },
  "deno-reuse-port": {
    title: "Deno shares a TCP port with reusePort",
    summary:
      "On Linux Deno.listen and Deno.serve share a port with reusePort: true on both; by default the second " +
      "throws AddrInUse at once.",
    detail: "node:net and node:http in Deno honour the option as well. It is needed on both listeners.",
    sources: ["Deno 2.9.6, TcpListenOptions"],
    experiment: "deno",
    seenOn: "Deno 2.9.6",
  },
  "deno-cluster-through-primary": {
    title: "In Deno a cluster goes through the primary",
    summary:
      "In a cluster worker of Deno 2.9 node:net, node:http and node:https listen through the primary; Deno.serve " +
      "does not, and its second worker fails with EADDRINUSE.",
    detail: "Plain listen() in workers is right. With Deno.serve set reusePort: true in each of them, on Linux.",
    sources: ["Deno 2.9.6, node:cluster"],
    experiment: "runtime-clusters",
    seenOn: "Deno 2.9.6",
  },
  "deno-dgram-port-text": {
    title: "In Deno dgram takes no text for a port",
    summary:
      "In Deno bind(\"5000\") of a dgram socket fails with an 'error' event whose code is UNKNOWN; bind(5000) works.",
    detail: "An environment variable is always text. Make it a number first: Number(process.env.PORT).",
    sources: ["Deno 2.9.6, node:dgram"],
    experiment: "deno",
    seenOn: "Deno 2.9.6",
  },
  "deno-datagram-options": {
    title: "Deno's UDP knows reuseAddress, not reusePort",
    summary: "Deno.listenDatagram takes reuseAddress and ignores reusePort; Deno's node:dgram ignores reusePort too.",
    detail: "The ignored option gives EADDRINUSE for the second socket. Deno.listenDatagram is behind --unstable-net.",
    sources: ["Deno 2.9.6, UdpListenOptions"],
    experiment: "deno",
    seenOn: "Deno 2.9.6",
  },
  "deno-local-address-binds": {
    title: "Deno's localAddress binds to port 0 too",
    summary:
      "In Deno net.connect({ localAddress }) calls bind(address, 0) without IP_BIND_ADDRESS_NO_PORT, so " +
      "connections stop at the size of the range.",
    detail:
      "Leave the option out where the source address does not matter. Without it ports are shared by destination.",
    sources: ["Deno 2.9.6, node:net"],
    experiment: "deno",
    seenOn: "Deno 2.9.6",
  },
});
