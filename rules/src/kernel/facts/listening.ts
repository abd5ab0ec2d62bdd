import { factsOf, linux } from "../fact.ts";

const bindConflict = "linux net/ipv4/inet_connection_sock.c, inet_csk_bind_conflict()";

/** Who may listen beside whom. */
export const listening = factsOf("listening", linux, {
  "listener-blocks-reuse-addr": {
    title: "SO_REUSEADDR never gets past a listener",
    summary:
      "bind() of a port on which another socket listens on an overlapping address fails with EADDRINUSE, " +
      "even when both sockets have SO_REUSEADDR.",
    detail:
      "The option lifts conflicts with connections, not with a socket in LISTEN. Two listeners on one port " +
      "need SO_REUSEPORT on both.",
    sources: ["socket(7), SO_REUSEADDR", bindConflict],
    experiment: "listen-conflicts",
  },
  "bound-devices-do-not-conflict": {
    title: "Listeners bound to different devices do not conflict",
    summary:
      "Two sockets that SO_BINDTODEVICE or SO_BINDTOIFINDEX has bound to different network devices may listen on " +
      "one address and port.",
    detail: "A socket that is bound to no device conflicts with both. Node.js sets neither option.",
    sources: [bindConflict, "socket(7), SO_BINDTODEVICE"],
    experiment: "listen-conflicts",
  },
  "first-listen-wins": {
    title: "Of two bound SO_REUSEADDR sockets the first listen() wins",
    summary:
      "Two sockets with SO_REUSEADDR may both bind one port while neither listens; the second listen() then " +
      "fails with EADDRINUSE.",
    detail:
      "So a free bind() is no promise that listen() will work. The loser stays bound and may still connect " +
      "out from the port.",
    sources: ["linux net/ipv4/inet_connection_sock.c, inet_csk_listen_start()"],
    experiment: "listen-conflicts",
  },
  "wildcard-conflicts-with-specific": {
    title: "0.0.0.0 and a specific address conflict",
    summary:
      "Listening on 0.0.0.0 and on 127.0.0.1 with the same port fails with EADDRINUSE in either order; two " +
      "different specific addresses do not conflict.",
    detail: "SO_REUSEADDR helps only as long as neither socket listens, unlike on BSD. SO_REUSEPORT on both allows it.",
    sources: ["ip(7)", bindConflict],
    experiment: "listen-conflicts",
  },
  "dual-stack-conflicts": {
    title: "A dual-stack :: listener holds the IPv4 port as well",
    summary:
      "A listener on :: without IPV6_V6ONLY conflicts with 0.0.0.0 and 127.0.0.1 on the same port, in either order.",
    detail:
      "IPV6_V6ONLY removes the conflict. ::1 never conflicts with an IPv4 address, and ::ffff:127.0.0.1 is " +
      "the same as 127.0.0.1. With SO_REUSEPORT on both all of them bind, but :: and 0.0.0.0 do not share " +
      "the clients.",
    sources: ["ipv6(7), IPV6_V6ONLY", "linux net/ipv6/inet6_hashtables.c"],
    experiment: "listen-conflicts",
  },
  "specific-listener-takes-all": {
    title: "The more specific listener takes every connection",
    summary:
      "When one SO_REUSEPORT socket listens on 0.0.0.0 and another on 127.0.0.1, all connections to " +
      "127.0.0.1 go to the second.",
    detail:
      "Connections are spread only among listeners bound to the same address. The wildcard sibling gets " +
      "nothing from that address, and there is no error anywhere.",
    sources: ["linux net/ipv4/inet_hashtables.c, __inet_lookup_listener()"],
    experiment: "reuse-port-groups",
  },
  "listen-and-connect-one-port": {
    title: "One port for listening and connecting needs SO_REUSEPORT",
    summary:
      "A client may bind the port of a listener when both have SO_REUSEPORT; with SO_REUSEADDR alone bind() " +
      "fails with EADDRINUSE.",
    detail:
      "With SO_REUSEADDR alone it works only if the client binds before the server listens. The client then " +
      "connects out from the server's own port.",
    sources: ["socket(7), SO_REUSEPORT", bindConflict],
    experiment: "one-port",
  },
  "reverse-connect-is-duplicate": {
    title: "A connection back over the same port pair is a duplicate",
    summary:
      "When A has connected to B between two fixed ports, B's connect() to A over the same ports fails with " +
      "EADDRNOTAVAIL.",
    detail:
      "The 4-tuple exists already, seen from the other end. A second connect() from A over the same pair " +
      "fails in the same way. One connection carries both directions; use it.",
    sources: ["connect(2)", "linux net/ipv4/inet_hashtables.c, __inet_check_established()"],
    experiment: "one-port",
  },
  "simultaneous-open": {
    title: "Two simultaneous connects may both succeed",
    summary:
      "When two nodes connect to each other from fixed ports and their SYNs cross, both succeed, as one " +
      "connection; otherwise the later one fails with EADDRNOTAVAIL.",
    detail:
      "TCP defines the simultaneous open: two SYNs that cross make one connection. Code that connects both " +
      "ways must handle either outcome, and it must not count on the second one to fail.",
    sources: ["RFC 9293, 3.5"],
    experiment: "one-port",
  },
  "self-connect": {
    title: "A client can connect to itself",
    summary:
      "Connecting to a port of the own host inside the ephemeral range, with no listener, can succeed: the " +
      "client becomes its own peer.",
    detail:
      "The kernel may pick the destination port as the source port; the SYN then meets its own socket. The " +
      "client reads back what it writes, and the real server gets EADDRINUSE when it starts, with " +
      "SO_REUSEADDR too. It happens to clients that retry while their server is down.",
    sources: ["RFC 9293, 3.5"],
    experiment: "ephemeral-server-port",
  },
  "low-ports-need-permission": {
    title: "Ports below 1024 need a permission",
    summary:
      "Without CAP_NET_BIND_SERVICE bind() of a port below net.ipv4.ip_unprivileged_port_start, 1024 by " +
      "default, fails with EACCES.",
    detail:
      "So EACCES, not EADDRINUSE, is what an ordinary user gets for port 80. The setting belongs to the " +
      "network namespace; with 80 in it port 80 is free for everybody.",
    sources: ["ip(7)", "linux Documentation/networking/ip-sysctl.rst, ip_unprivileged_port_start"],
    experiment: "binding-rights",
  },
  "nonlocal-bind": {
    title: "bind() of a foreign address needs IP_FREEBIND or ip_nonlocal_bind",
    summary:
      "bind() of an address that the machine does not have fails with EADDRNOTAVAIL, unless the socket has " +
      "IP_FREEBIND or net.ipv4.ip_nonlocal_bind is 1.",
    detail:
      "A floating address that moves between machines is such a case while the other machine has it. " +
      "Node.js cannot set the option, so there the sysctl is the way.",
    sources: ["ip(7), IP_FREEBIND", "linux Documentation/networking/ip-sysctl.rst, ip_nonlocal_bind"],
    experiment: "binding-rights",
  },
  "ports-are-per-network-namespace": {
    title: "Ports belong to a network namespace",
    summary:
      "A socket in another network namespace may bind the same address and port, and the namespace has its " +
      "own net.ipv4 sysctls, ip_local_port_range among them.",
    detail:
      "Containers usually have a namespace each, so two of them do not conflict, while those of one pod share " +
      "theirs. What a container publishes on the host is a port of the host's namespace.",
    read: [
      "Containers usually have a namespace each",
      "those of one pod share theirs",
      "What a container publishes on the host is a port of the host's namespace.",
    ],
    sources: [
      "network_namespaces(7)",
      "Kubernetes documentation, Pods, Pod networking",
      "Docker documentation, Port publishing and mapping",
    ],
    experiment: "binding-rights",
  },
  "somaxconn-caps-backlog": {
    title: "somaxconn caps the backlog",
    summary:
      "The accept queue of a listener is no longer than net.core.somaxconn, whatever backlog listen() was given.",
    detail: "Node.js asks for 511 unless you say otherwise. When the queue is full further clients wait in SYN_SENT.",
    sources: ["listen(2)", "Node.js doc/api/net.md, server.listen()"],
    experiment: "binding-rights",
  },
});
