import { everywhere, factsOf, linux, unix } from "../fact.ts";

const doc = "Node.js doc/api/cluster.md";

/** node:cluster. */
export const cluster = factsOf("runtimes", everywhere, {
  "cluster-shares-by-default": {
    title: "A plain listen() in cluster workers shares the port",
    summary:
      "In a cluster worker listen(port) asks the primary, which binds once; all workers serve the port " +
      "without any reuse option.",
    detail:
      "The primary hands connections round in turn, or with SCHED_NONE the workers share the descriptor. " +
      "Adding reusePort is not needed and changes who owns the port.",
    sources: [doc],
    experiment: "node-cluster",
  },
  "cluster-exclusive-conflicts": {
    title: "exclusive: true in cluster workers conflicts",
    summary: "With exclusive: true each worker binds by itself, and the second one fails with EADDRINUSE.",
    detail: "The option says that the worker does not want to share. It is right only for ports that differ by worker.",
    sources: ["Node.js doc/api/net.md, server.listen()"],
    experiment: "node-cluster",
  },
  "cluster-reuse-port-bypasses-primary": {
    title: "reusePort in a cluster worker bypasses the primary",
    summary:
      "With reusePort: true a worker binds by itself: 'listening' is not emitted on the cluster, and " +
      "worker.disconnect() leaves the port open.",
    detail:
      "The kernel spreads the connections then, not the primary. Close the server yourself before the disconnect.",
    since: "Node.js 22.12.0 and 23.1.0",
    sources: [doc, "Node.js 26.10, lib/net.js:2615"],
    experiment: "node-cluster",
  },
  "cluster-port-zero": {
    title: "Port 0 in cluster workers is one port",
    summary:
      "listen(0) in cluster workers gives all of them the same random port; with exclusive: true each gets its own.",
    detail:
      "The primary remembers the port of the first worker. Read it from server.address() in the 'listening' handler.",
    sources: [doc],
    experiment: "node-cluster",
  },
  "cluster-fd-is-the-primarys": {
    title: "listen({ fd }) in a worker means the primary's descriptor",
    summary:
      "In a cluster worker the number in listen({ fd }) is a descriptor of the primary, even with exclusive: true.",
    detail:
      "A descriptor that the worker itself opened cannot be listened on in this way: its number means " +
      "another one, or none, in the primary. Open it in the primary, or listen by port.",
    sources: [doc],
    experiment: "node-cluster",
  },
  "cluster-conflict-is-bind": {
    title: "In a cluster worker the conflict is reported by bind",
    summary: "When another process holds the port, a cluster worker gets EADDRINUSE with syscall 'bind', not 'listen'.",
    detail: "Code that looks at error.syscall sees another word than outside a cluster. Look at error.code.",
    sources: ["Node.js 26.10, lib/internal/cluster/"],
    experiment: "node-cluster",
  },
  "cluster-dgram": {
    title: "UDP sockets of cluster workers are shared as well",
    summary:
      "dgram's bind() in cluster workers shares one socket of the primary; with exclusive: true the second " +
      "worker fails with EADDRINUSE.",
    detail:
      "The workers read from one socket, and each datagram goes to one of them. Protocols that keep state " +
      "for a peer should have one process that receives.",
    platforms: unix,
    sources: [doc, "Node.js doc/api/dgram.md, socket.bind()"],
    experiment: "node-cluster",
  },
  "cluster-dgram-membership-once": {
    title: "Only one cluster worker can join a multicast group",
    summary:
      "In cluster workers that share a UDP socket the second addMembership() of the same group throws EADDRINUSE.",
    detail:
      "The workers share one socket of the primary, and a socket joins a group once. Join in one worker, or " +
      "bind with exclusive: true and reuseAddr: true, so that each has a socket of its own.",
    platforms: linux,
    sources: [doc, "ip(7), IP_ADD_MEMBERSHIP"],
    experiment: "node-cluster",
  },
});
