import { factsOf, linux } from "../fact.ts";

const bindConflict = "linux net/ipv4/inet_connection_sock.c, inet_csk_bind_conflict()";

/** What is left of a server's connections when it stops, and whether the next one may bind. */
export const restart = factsOf("restart", linux, {
  "time-wait-blocks-plain-bind": {
    title: "TIME_WAIT blocks a bind without SO_REUSEADDR",
    summary:
      "While a connection of the old server is in TIME_WAIT, bind() of its port on an overlapping address " +
      "without SO_REUSEADDR fails with EADDRINUSE.",
    detail:
      "It does not matter which process tries: the one that had the socket and any other get the same errno. " +
      "SO_REUSEPORT on the old and the new socket lifts it as well. TIME_WAIT begins when both ends have " +
      "closed, and keeps the port bound for 60 seconds more.",
    sources: ["socket(7), SO_REUSEADDR", bindConflict],
    experiment: "time-wait",
  },
  "reuse-addr-works-across-processes": {
    title: "SO_REUSEADDR works across processes",
    summary: "With SO_REUSEADDR on the old and the new socket, any process may bind and listen over TIME_WAIT.",
    detail:
      "The kernel compares sockets, not process ids: a restarted server is as welcome as the old one. That a " +
      "new process may not reuse the address is a common belief, and false on Linux.",
    sources: ["socket(7), SO_REUSEADDR", bindConflict],
    experiment: "time-wait",
  },
  "reuse-addr-ignores-uid": {
    title: "SO_REUSEADDR over TIME_WAIT does not look at the user",
    summary: "Over TIME_WAIT, SO_REUSEADDR lets a process of another user bind the port as well.",
    detail:
      "The owner of the old connection is not asked for. SO_REUSEPORT does compare users, but not for what " +
      "is in TIME_WAIT or left in FIN_WAIT2 without an owner.",
    sources: [bindConflict],
    experiment: "time-wait-users",
  },
  "wildcard-restart-over-time-wait": {
    title: "A wildcard server restarts over TIME_WAIT",
    summary:
      "A server on 0.0.0.0 or :: can bind the wildcard address again over TIME_WAIT on 127.0.0.1 when both " +
      "sockets had SO_REUSEADDR.",
    detail:
      "A wildcard bind is checked against every connection of the port, whatever its address, and " +
      "SO_REUSEADDR on both sides lifts the conflict. A connection that IPv4 clients made to a dual-stack :: " +
      "server blocks 0.0.0.0 in the same way, and does not block a :: socket with IPV6_V6ONLY.",
    sources: [bindConflict, "ipv6(7), IPV6_V6ONLY"],
    experiment: "time-wait",
  },
  "old-socket-needs-reuse-addr": {
    title: "The old socket needs SO_REUSEADDR too",
    summary:
      "SO_REUSEADDR on the new socket does not help when the old one ran without it: bind() fails with EADDRINUSE.",
    detail:
      "The flag of a connection is kept in its TIME_WAIT entry, and the new bind needs it on both. So the " +
      "first restart after the option was added to a server can still fail. The other way round fails as " +
      "well: old with, new without.",
    read: ["The flag of a connection is kept in its TIME_WAIT entry"],
    sources: ["socket(7), SO_REUSEADDR", "linux net/ipv4/inet_timewait_sock.c, inet_twsk_alloc()"],
    experiment: "time-wait",
  },
  "accepted-socket-flag-counts": {
    title: "The accepted socket's flag counts",
    summary:
      "An accepted connection inherits SO_REUSEADDR from its listener, and its own flag at the time it is " +
      "closed decides over TIME_WAIT.",
    detail:
      "Clearing the option on the accepted socket makes a restart fail although the listener had it. Setting " +
      "it on the accepted socket makes the restart work although the listener had none.",
    sources: ["linux net/ipv4/inet_timewait_sock.c, inet_twsk_alloc()", "linux net/core/sock.c, sk_clone_lock()"],
    experiment: "time-wait",
  },
  "reuse-addr-after-bind-helps-next-restart": {
    title: "SO_REUSEADDR set after bind() counts for the next restart",
    summary:
      "SO_REUSEADDR set on a listener after bind() and before accept() changes nothing for that run, but " +
      "lets the next one bind over its TIME_WAIT.",
    detail:
      "The accepted connections inherit the option. Without it the next bind() fails with EADDRINUSE. Set it " +
      "before bind() all the same, so that it helps this run too.",
    sources: ["linux net/core/sock.c, sk_clone_lock()", bindConflict],
    experiment: "time-wait",
  },
  "outgoing-connection-blocks-server-bind": {
    title: "An outgoing connection can hold a server's port",
    summary:
      "A client connection that was given the port by the kernel blocks a server's bind(), with SO_REUSEADDR " +
      "or without, while it is open and in TIME_WAIT.",
    detail:
      "The automatically bound client has no SO_REUSEADDR of its own, and the option is needed on both. It " +
      "only happens for ports in the ephemeral range, and on the connection's own local address or a " +
      "wildcard one. Keep server ports out of the range, or reserve them with ip_local_reserved_ports.",
    sources: [bindConflict, "linux Documentation/networking/ip-sysctl.rst, ip_local_port_range"],
    experiment: "ephemeral-server-port",
  },
  "tw-buckets-cap": {
    title: "tcp_max_tw_buckets caps TIME_WAIT",
    summary: "Beyond net.ipv4.tcp_max_tw_buckets connections are closed without passing through TIME_WAIT.",
    detail:
      "With room for three more, only three of ten closed connections stay. The kernel documentation calls the " +
      "limit a guard against simple DoS attacks and says not to lower it.",
    read: ["The kernel documentation calls the limit a guard against simple DoS attacks and says not to lower it."],
    sources: ["linux Documentation/networking/ip-sysctl.rst, tcp_max_tw_buckets"],
    experiment: "time-wait-sysctls",
  },
  "tw-reuse-never-helps-bind": {
    title: "tcp_tw_reuse does nothing for bind()",
    summary: "net.ipv4.tcp_tw_reuse has no effect on bind(): 0, 1 and 2 give the same result over TIME_WAIT.",
    detail: "It is about outgoing connections only. A server that cannot restart needs SO_REUSEADDR, not this setting.",
    sources: ["linux Documentation/networking/ip-sysctl.rst, tcp_tw_reuse"],
    experiment: "time-wait-sysctls",
  },
  "tw-reuse-helps-connect": {
    title: "tcp_tw_reuse lets connect() take a TIME_WAIT port",
    summary:
      "With tcp_tw_reuse at 1, or at 2 over loopback, connect() may take a port in TIME_WAIT towards the " +
      "same destination once about a second has passed.",
    detail:
      "It needs TCP timestamps on the old connection. Value 2, the default of today's kernels, allows it " +
      "only for loopback addresses and for sockets bound to the device lo. With 0, and before the time is " +
      "over, an exhausted range makes connect() fail with EADDRNOTAVAIL.",
    since: "value 2: Linux 4.19",
    kernels:
      "Since 6.14 the wait is a full second, which tcp_tw_reuse_delay changes. Before, it ends when a clock " +
      "with one tick a second ticks, so it can be much shorter.",

    sources: [
      "linux Documentation/networking/ip-sysctl.rst, tcp_tw_reuse and tcp_tw_reuse_delay",
      "linux net/ipv4/tcp_ipv4.c, tcp_twsk_unique()",
      "linux commit 79e9fed46038, net-tcp: extend tcp_tw_reuse sysctl",
      "linux commits 19ce8cd30465 and ca6a6f93867a",
    ],
    experiment: "time-wait-sysctls",
  },
  "bound-port-reconnects-over-time-wait": {
    title: "A bound port may reconnect over its own TIME_WAIT",
    summary:
      "A socket bound to a fixed port with SO_REUSEADDR may connect to the same destination over its own " +
      "TIME_WAIT at once.",
    detail:
      "That holds for every value of tcp_tw_reuse, as long as TCP timestamps are on. With timestamps off " +
      "connect() fails with EADDRNOTAVAIL.",
    sources: ["linux net/ipv4/tcp_ipv4.c, tcp_twsk_unique()"],
    experiment: "time-wait-sysctls",
  },
  "time-wait-lasts-sixty-seconds": {
    title: "TIME_WAIT lasts 60 seconds",
    summary: "TIME_WAIT lasts 60 seconds on Linux, and tcp_fin_timeout does not change it.",
    detail:
      "tcp_fin_timeout limits how long an orphaned connection stays in FIN_WAIT2. The length of TIME_WAIT is " +
      "a constant of the kernel.",
    read: ["The length of TIME_WAIT is a constant of the kernel."],
    sources: [
      "linux include/net/tcp.h, TCP_TIMEWAIT_LEN",
      "linux Documentation/networking/ip-sysctl.rst, tcp_fin_timeout",
    ],
    experiment: "time-wait-sysctls",
  },
  "reuse-port-restart": {
    title: "SO_REUSEPORT alone also restarts over TIME_WAIT",
    summary:
      "With SO_REUSEPORT on the old and the new socket, bind() works over TIME_WAIT and orphaned FIN_WAIT2 " +
      "without SO_REUSEADDR.",
    detail:
      "The old socket must have had it as well: SO_REUSEPORT on the new one alone gives EADDRINUSE. " +
      "Leftovers in TIME_WAIT or without an owner do not ask for the same user; an ESTABLISHED one does.",
    sources: [bindConflict],
    experiment: "time-wait",
  },
  "child-holds-listener": {
    title: "A child that inherited the listener keeps the port",
    summary:
      "The port stays in LISTEN after the parent is gone for as long as a child process holds the inherited " +
      "descriptor.",
    detail:
      "Every new bind fails with EADDRINUSE until the child exits, with SO_REUSEADDR too. Open listeners " +
      "with SOCK_CLOEXEC, as Node does, or close them in the child.",
    sources: ["fork(2)", "socket(2), SOCK_CLOEXEC"],
    experiment: "restart-scenarios",
  },
  "wildcard-restart-after-sigkill": {
    title: "A killed wildcard server can be restarted at once",
    summary:
      "A server on a wildcard address that is killed with SIGKILL can be started again at once, by a new " +
      "process, when both set SO_REUSEADDR.",
    detail:
      "The connections of the dead process are in FIN_WAIT2, for at most tcp_fin_timeout, or in TIME_WAIT; " +
      "neither stands in the way. Without the option the restart fails with EADDRINUSE until the last of " +
      "them is gone.",
    sources: ["socket(7), SO_REUSEADDR", bindConflict],
    experiment: "restart-scenarios",
  },
  "parent-owned-listener": {
    title: "A parent that owns the listener can replace its child",
    summary:
      "When a parent process holds the listening socket and a child serves from it, the child may be killed " +
      "and replaced without a new bind().",
    detail:
      "The socket stays in LISTEN, and connections that arrive between two children wait in the accept " +
      "queue. It is a good design for other reasons; SO_REUSEADDR would have done for the restart alone.",
    sources: ["listen(2)", "fork(2)"],
    experiment: "restart-scenarios",
  },
});
