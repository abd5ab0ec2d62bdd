import { everywhere, factsOf, linux, unix } from "../fact.ts";

const net = "Node.js doc/api/net.md, server.listen()";
const netJs = "Node.js 26.10, lib/net.js";

/** TCP servers of Node.js. */
export const nodeServers = factsOf("runtimes", everywhere, {
  "node-sets-reuse-addr": {
    title: "Node.js sets SO_REUSEADDR on every TCP listen",
    summary: "On Unix server.listen() sets SO_REUSEADDR before bind(), for port 0 too, whatever options are given.",
    detail:
      "So a restart over TIME_WAIT works without doing anything, and EADDRINUSE usually means that somebody " +
      "listens; an outgoing connection that holds the port is the other case. The option cannot be turned " +
      "off.",
    platforms: unix,
    read: ["The option cannot be turned off."],
    sources: ["libuv 1.52.1, src/unix/tcp.c:165, uv__tcp_bind()"],
    experiment: "node-listen",
  },
  "node-listens-dual-stack": {
    title: "listen() without a host is dual-stack",
    summary:
      "Without a host Node.js listens on :: with IPV6_V6ONLY off, which takes IPv4 connections as well, even " +
      "where the sysctl disable_ipv6 is set.",
    detail:
      "Such a server conflicts with one on 127.0.0.1 and with one on 0.0.0.0, on Linux. Give a host when " +
      "only one family or only this machine is meant.",
    sources: [net],
    experiment: "node-listen",
  },
  "node-reuse-port-versions": {
    title: "listen({ reusePort }) exists since Node.js 22.12.0 and 23.1.0",
    summary: "Node.js 20, 22 before 22.12.0 and 23.0 silently ignore reusePort: no error, no warning.",
    detail: "On them the second process fails with EADDRINUSE. State the version in engines.node when you count on it.",
    since: "Node.js 22.12.0 and 23.1.0",
    read: ["22 before 22.12.0 and 23.0"],
    sources: [net, "nodejs/node#55408"],
    experiment: "node-reuse-port",
  },
  "node-reuse-port-strict-true": {
    title: "net takes reusePort only when it is exactly true",
    summary: 'server.listen({ reusePort: "yes" }) or 1 sets nothing: net compares with === true.',
    detail:
      "dgram is different: there every truthy value counts. Convert what comes from the environment, for " +
      'instance process.env.REUSE === "1".',
    sources: [`${netJs}:189`],
    experiment: "node-reuse-port",
  },
  "node-reuse-port-second-argument": {
    title: "Options as the second argument of listen() are ignored",
    summary: "server.listen(3000, { reusePort: true }) listens without reusePort and says nothing.",
    detail:
      "As positional arguments listen() reads a port, a host, a backlog and a callback. Options must be the " +
      "only object, and the first argument: listen({ port: 3000, reusePort: true }).",
    sources: [net],
    experiment: "node-reuse-port",
  },
  "node-reuse-port-create-server": {
    title: "createServer({ reusePort }) is ignored",
    summary: "reusePort belongs to listen(); createServer() ignores it, in net, http and https alike.",
    detail: "The socket does not exist yet when the server is created. Pass the option to listen().",
    sources: [net],
    experiment: "node-reuse-port",
  },
  "node-reuse-port-path": {
    title: "reusePort has no effect on a path",
    summary: "server.listen({ path, reusePort: true }) ignores reusePort: a Unix socket has no port to share.",
    detail:
      "The second listen on the path fails with EADDRINUSE as ever. Cluster workers share a path as they share a " +
      "port.",
    sources: [netJs],
    experiment: "node-reuse-port",
  },
  "node-reuse-port-fd": {
    title: "With fd listen() neither binds nor sets options",
    summary:
      "server.listen({ fd, port, reusePort: true }) only calls listen() on the descriptor; port, host and " +
      "reusePort are ignored.",
    detail: "Who opened the descriptor has made these choices. The backlog is still set anew.",
    sources: [net],
    experiment: "node-descriptors",
  },
  "node-reuse-port-port-zero": {
    title: "reusePort with port 0 shares nothing",
    summary: "Each listen({ port: 0, reusePort: true }) gets a port of its own.",
    detail:
      "It is useful only as a probe of whether the platform has the option. To share a port name its number " +
      "in all of the listens.",
    sources: [net],
    experiment: "node-reuse-port",
  },
  "node-reuse-port-mutates-options": {
    title: "reusePort: true changes the options object",
    summary:
      "listen({ reusePort: true }) writes exclusive = true into the caller's object, and throws a TypeError " +
      "if it is frozen.",
    detail:
      "A shared options object makes later listens exclusive too, which matters in cluster workers. Pass a " +
      "fresh object to each listen.",
    since: "Node.js 22.12.0 and 23.1.0",
    sources: [`${netJs}:2615`],
    experiment: "node-reuse-port",
  },
  "node-port-as-string": {
    title: "listen() takes the port as a string",
    summary: 'listen({ port: "3000" }) listens on 3000, so a value of process.env needs no conversion.',
    detail:
      "localPort of a client is not as lenient: a string throws ERR_INVALID_ARG_TYPE. In an object, what is " +
      'not a port number throws ERR_SOCKET_BAD_PORT; listen("abc") listens on a Unix socket of that name.',
    sources: [net],
    experiment: "node-listen",
  },
  "node-undefined-port-is-random": {
    title: "listen(undefined) takes a random port",
    summary:
      "listen(undefined) and listen({ port: undefined }) listen on a port chosen by the kernel; listen({}) " +
      "throws ERR_INVALID_ARG_VALUE.",
    detail:
      "An environment variable that is not set thus gives a server that runs where nobody looks. Write " +
      "process.env.PORT ?? 3000.",
    sources: [net],
    experiment: "node-listen",
  },
  "node-exclusive-is-no-socket-option": {
    title: "exclusive: true is no socket option",
    summary: "exclusive: true sets nothing on the socket; it only keeps a cluster worker from asking the primary.",
    detail:
      "Outside a cluster worker it changes nothing, and it is not SO_EXCLUSIVEADDRUSE. A second listen on " +
      "the port fails with EADDRINUSE with it and without it.",
    sources: [net],
    experiment: "node-listen",
  },
  "node-servers-share-net-listen": {
    title: "http, https, http2 and tls servers listen as net does",
    summary:
      "The servers of http, https, http2 and tls use net's listen() unchanged, so every option of it holds for them.",
    detail: "Their prototype method is the very same function. What the facts about listen() say is true of all four.",
    sources: [netJs],
    experiment: "node-listen",
  },
  "node-listener-held-by-supervisor": {
    title: "A listening socket that a supervisor holds outlives the program",
    summary:
      "A program that calls listen({ fd: 3 }) on a socket of its supervisor can be restarted without a gap: " +
      "connections made meanwhile wait in the backlog.",
    detail:
      "systemd's socket activation hands over such a descriptor and sets LISTEN_FDS. No second bind is made, so no " +
      "restart gets EADDRINUSE. Without a holder, connections between two runs are refused.",
    platforms: linux,
    read: ["systemd's socket activation hands over such a descriptor and sets LISTEN_FDS."],
    sources: ["sd_listen_fds(3)", net],
    experiment: "node-descriptors",
  },
  "node-listen-fd-twice": {
    title: "One descriptor cannot be listened on twice in a process",
    summary: "listen({ fd }) with a descriptor that the same event loop already watches fails with EEXIST.",
    detail:
      "Sharing a descriptor is for separate processes. One that nothing watches yet, of an inherited socket for " +
      "instance, is fine.",
    platforms: linux,
    sources: ["libuv 1.52.1, src/unix/tcp.c, uv_tcp_open()"],
    experiment: "node-descriptors",
  },
  "node-ipv6-only-on-ipv4-host": {
    title: "ipv6Only on an IPv4 host does nothing",
    summary: 'listen({ host: "127.0.0.1", ipv6Only: true }) listens without an error.',
    detail:
      "The option has meaning for IPv6 addresses only, where it keeps the IPv4 port free. Naming an IPv4 " +
      "host already says which family is meant.",
    sources: [net],
    experiment: "node-listen",
  },
  "node-worker-threads-conflict": {
    title: "Worker threads do not share a port",
    summary:
      "A second thread that listens on the same port fails with EADDRINUSE, unless both set reusePort on a " +
      "Node.js that knows it.",
    detail:
      "cluster hands listeners to processes, not to threads. Listen in one thread and pass the work on, or " +
      "set reusePort in all of them on Linux.",
    read: ["cluster hands listeners to processes, not to threads."],
    sources: ["Node.js doc/api/worker_threads.md", "Node.js doc/api/cluster.md", "nodejs/node#48350"],
    experiment: "node-threads",
  },
  "node-server-transfer": {
    title: "Newer Node.js can hand a server to a worker thread",
    summary:
      "From Node.js 24.20.0 and 26.6.0 on a listening net.Server can be transferred to a worker thread, " +
      "which then serves; before, it cannot be cloned.",
    detail:
      "On Windows it works from 26.7.0 on. One thread listens and another one serves, without a second bind. " +
      "Put the server into the transfer list of postMessage().",
    since: "Node.js 24.20.0 and 26.6.0",
    read: ["On Windows it works from 26.7.0 on."],
    sources: ["Node.js doc/api/net.md, Transferring TCP handles", "nodejs/node#64225", "nodejs/node#64460"],
    experiment: "node-threads",
  },
  "node-users-and-reuse-port": {
    title: "reusePort listeners must bind as the same user",
    summary:
      "A Node.js process that drops to another user before listen({ reusePort: true }) gets EADDRINUSE " +
      "beside one that bound as root.",
    detail:
      "Bind first and call process.setuid() afterwards, in every process alike; or drop privileges first in " +
      "all of them. The kernel compares the owners of the sockets.",
    since: "Node.js 22.12.0 and 23.1.0",
    platforms: linux,
    sources: ["socket(7), SO_REUSEPORT"],
    experiment: "node-users",
  },
});
