import { factsOf, linux } from "../fact.ts";

const sysctl = "linux Documentation/networking/ip-sysctl.rst";
const noPort = "ip(7), IP_BIND_ADDRESS_NO_PORT";
const hashConnect = "linux net/ipv4/inet_hashtables.c, __inet_hash_connect()";
const openPort = "linux net/ipv4/inet_connection_sock.c, inet_csk_find_open_port()";

/** Local ports that the kernel hands out, and when they run out. */
export const ephemeralPorts = factsOf("ephemeral-ports", linux, {
  "bind-zero-holds-port": {
    title: "bind() to port 0 holds a whole port",
    summary:
      "bind(address, 0) before connect() takes one port of the range for one connection, however many " +
      "destinations there are.",
    detail:
      "At bind() the kernel does not know the destination yet, so it reserves the port against all of them. " +
      "When the range is used up bind() itself fails, with EADDRINUSE, not with EADDRNOTAVAIL as is often " +
      "written.",
    sources: [openPort, "bind(2)"],
    experiment: "bind-before-connect",
  },
  "bind-zero-limit-per-address": {
    title: "The limit of bind() to port 0 is per local address",
    summary:
      "Each local address has the range for itself; a bind of 0.0.0.0 with port 0 needs a port that is free " +
      "on all of them.",
    detail:
      "With the range used up on one address another address still has every port, and the wildcard has " +
      "none. A wildcard bind before connect() pays the full price and chooses nothing.",
    sources: [openPort],
    experiment: "bind-before-connect",
  },
  "reuse-addr-does-not-lift-limit": {
    title: "Reuse options do not lift the limit of bind()",
    summary:
      "SO_REUSEADDR, SO_REUSEPORT or both do not let bind() to port 0 hand out a port twice, while " +
      "ip_autobind_reuse is 0.",
    detail:
      "The connections stop at the size of the range with EADDRINUSE from bind(). 0 is the default of the setting.",
    sources: [`${sysctl}, ip_autobind_reuse`],
    experiment: "autobind-reuse",
  },
  "no-port-shares-by-destination": {
    title: "IP_BIND_ADDRESS_NO_PORT shares ports by destination",
    summary:
      "With IP_BIND_ADDRESS_NO_PORT set before bind(address, 0), the number of connections is range times " +
      "destinations.",
    detail:
      "The port is chosen at connect(), when the whole 4-tuple is known; a destination is an address and a " +
      "port. The source address is kept. When all are used connect() fails with EADDRNOTAVAIL.",
    since: "Linux 4.2",
    sources: [noPort],
    experiment: "bind-before-connect",
  },
  "no-port-delays-port": {
    title: "With IP_BIND_ADDRESS_NO_PORT there is no port before connect()",
    summary:
      "After bind() with IP_BIND_ADDRESS_NO_PORT getsockname() gives the address with port 0; connect() fills it in.",
    detail: "Code that reads the port between the two calls sees 0. The address chosen at bind() stays.",
    since: "Linux 4.2",
    sources: [noPort],
    experiment: "bind-before-connect",
  },
  "no-port-on-ipv6": {
    title: "IP_BIND_ADDRESS_NO_PORT works on IPv6 sockets",
    summary:
      "The option is set at level IPPROTO_IP on AF_INET6 sockets as well, and multiplies the connections there too.",
    detail:
      "There is no IPPROTO_IPV6 form of it: at that level the number means IPV6_MTU. Write IPPROTO_IP for both " +
      "families.",
    since: "Linux 4.2",
    read: ["There is no IPPROTO_IPV6 form of it: at that level the number means IPV6_MTU."],
    sources: [noPort, "linux net/ipv6/af_inet6.c, __inet6_bind()", "linux include/uapi/linux/in6.h"],
    experiment: "bind-before-connect",
  },
  "no-port-before-bind": {
    title: "Set IP_BIND_ADDRESS_NO_PORT before bind()",
    summary: "Set after bind() the option is accepted and has no effect: the port has been taken already.",
    detail:
      "setsockopt() returns 0 all the same, so nothing tells that it came too late. Put the call between " +
      "socket() and bind().",
    since: "Linux 4.2",
    sources: [noPort],
    experiment: "no-port-limits",
  },
  "no-port-needs-port-zero": {
    title: "IP_BIND_ADDRESS_NO_PORT is about port 0 only",
    summary:
      "With a port other than 0 in bind() the option changes nothing: the port is held, and a second bind of " +
      "it fails with EADDRINUSE.",
    detail:
      "To use one fixed port towards several destinations set SO_REUSEADDR on all of the sockets instead. " +
      "The option has work to do only where the kernel is to choose the port.",
    since: "Linux 4.2",
    sources: [noPort],
    experiment: "no-port-limits",
  },
  "no-port-on-listener": {
    title: "On a listener IP_BIND_ADDRESS_NO_PORT moves the choice to listen()",
    summary:
      "A socket bound to port 0 with the option gets its port at listen(), and with an exhausted range it is " +
      "listen() that fails with EADDRINUSE.",
    detail: "It has no use there, and code that reads the port after bind() sees 0. The option is for clients.",
    since: "Linux 4.2",
    sources: [noPort, "linux net/ipv4/inet_connection_sock.c, inet_csk_listen_start()"],
    experiment: "no-port-limits",
  },
  "plain-connect-shares-by-destination": {
    title: "connect() without bind() shares ports by destination",
    summary:
      "Without bind() the number of connections is range times destinations, and the error at the end is " +
      "EADDRNOTAVAIL from connect().",
    detail:
      "So a client that does not need a certain source address should not bind at all. It gets what " +
      "IP_BIND_ADDRESS_NO_PORT gives, for nothing.",
    sources: ["ip(7), ip_local_port_range", hashConnect],
    experiment: "bind-before-connect",
  },
  "fixed-local-port": {
    title: "A fixed local port serves one connection per destination",
    summary:
      "With SO_REUSEADDR a fixed local port may connect to several destinations, but a second connection to " +
      "the same one fails with EADDRNOTAVAIL at connect().",
    detail:
      "Without SO_REUSEADDR bind() fails with EADDRINUSE while the first connection is open and while it is " +
      "in TIME_WAIT. Nothing in the errno tells which of the two it is. A client seldom needs a fixed port; " +
      "let the kernel choose it.",
    sources: ["bind(2)", "connect(2)", "linux net/ipv4/inet_hashtables.c, __inet_check_established()"],
    experiment: "no-port-limits",
  },
  "local-port-range-option": {
    title: "IP_LOCAL_PORT_RANGE narrows the range for one socket",
    summary:
      "IP_LOCAL_PORT_RANGE limits the ports that one socket may get, inside the range of the sysctl; a bound " +
      "outside of it has no effect, and there is no error.",
    detail:
      "It applies to bind() to port 0, to connect() with IP_BIND_ADDRESS_NO_PORT or without bind(), and to " +
      "UDP. With it, several processes can split the range among them.",
    since: "Linux 6.3, and 6.1.31",
    kernels: "5.10 has no such option: setsockopt() fails with ENOPROTOOPT.",
    sources: ["ip(7), IP_LOCAL_PORT_RANGE"],
    experiment: "port-choice",
  },
  "port-parity": {
    title: "connect() and bind() start with different halves of the range",
    summary:
      "connect() first takes ports with the parity of the range's first port; bind() to port 0 first takes " +
      "the other ones.",
    detail:
      "The halves are kept apart so that the two do not disturb each other. When one half is full the search " +
      "goes on in the other.",
    read: ["The halves are kept apart so that the two do not disturb each other."],
    sources: [hashConnect, openPort],
    experiment: "port-choice",
  },
  "reserved-ports": {
    title: "ip_local_reserved_ports keeps the kernel off a port",
    summary:
      "Ports in net.ipv4.ip_local_reserved_ports are never handed out by the kernel; an explicit bind() to " +
      "them still works.",
    detail:
      "It is the way to keep a server port that lies inside the ephemeral range. The setting belongs to the " +
      "network namespace.",
    since: "Linux 2.6.35",

    sources: [`${sysctl}, ip_local_reserved_ports`, "network_namespaces(7)"],
    experiment: "port-choice",
  },
  "bound-port-unusable-for-connect": {
    title: "A bound port is lost for connect()",
    summary:
      "A port that any socket got by bind() is not used for a connection without bind() or with " +
      "IP_BIND_ADDRESS_NO_PORT, even on another local address.",
    detail:
      "Reuse options on the bound socket change nothing. The reverse holds for the same address and the " +
      "wildcard only: bind() to port 0 on another local address may take a port that connect() has taken. A " +
      "few clients that bind before connect() therefore eat into the room of all the others.",
    sources: [hashConnect],
    experiment: "port-choice",
  },
  "port-release-after-bound-close": {
    title: "Whether a port becomes shareable again depends on the kernel",
    summary:
      "When a bound socket closes on a port that connections also use, Linux 6.18 lets new connections use " +
      "the port again; older kernels wait until its last user is gone.",
    detail:
      "The kernel marks a port as held by bind(). Older kernels clear the mark only when nobody uses the " +
      "port any more, so one such bind() can cost connections long after it.",
    since: "Linux 6.18",
    kernels:
      "5.10, 6.1 and 6.12: not shareable until the last user leaves. 6.18 and 7.3: shareable. The change was " +
      "also proposed for 6.17, from 6.17.8 on.",
    read: ["The kernel marks a port as held by bind()."],
    sources: ["linux commit d57f4b874946, tcp: Update bind bucket state on port release"],
    experiment: "port-choice",
  },
  "churn-with-bind-zero": {
    title: "Short connections exhaust bind() to port 0 sooner",
    summary:
      "Over loopback, where tcp_tw_reuse is 2 by default, connections without bind() reuse TIME_WAIT ports " +
      "after about a second; bind() to port 0 waits the whole minute.",
    detail:
      "That holds with SO_REUSEADDR too. A client that binds first and closes its connections itself can " +
      "make at most range of them a minute from one local address.",
    sources: [`${sysctl}, tcp_tw_reuse`, openPort],
    experiment: "churn",
  },
  "exhaustion-remedies": {
    title: "Of three remedies for exhausted ports two reach every destination",
    summary:
      "Leaving out bind(), or IP_BIND_ADDRESS_NO_PORT before it, gives range times destinations; " +
      "ip_autobind_reuse does not.",
    detail:
      "Side by side with the same range and destinations: bind() to port 0 stops at the range, " +
      "ip_autobind_reuse gets a little further for SO_REUSEADDR alone, the other two use every combination. " +
      "Keeping connections open for reuse helps before any of them is needed.",
    sources: [noPort, `${sysctl}, ip_autobind_reuse`],
    experiment: "exhaustion-remedies",
  },
});
