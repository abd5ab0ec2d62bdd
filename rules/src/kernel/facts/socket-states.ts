import { factsOf, linux } from "../fact.ts";

const connect = "connect(2), ERRORS";

/** What the kernel answers where nobody listens, and where a socket cannot do what it is asked to. */
export const socketStates = factsOf("listening", linux, {
  "closed-port-refuses": {
    title: "A port without a listener refuses connections",
    summary:
      "connect() to a port on which nobody listens fails with ECONNREFUSED; a socket that is only bound to it " +
      "does not count.",
    detail:
      "Nor does a listener on another address: one on 127.0.0.1 refuses at 127.0.0.2, one on ::1 refuses at " +
      "127.0.0.1. The connect() of a UDP socket succeeds all the same, and a later call gets the error.",
    sources: [connect, "udp(7), ERRORS"],
    experiment: "socket-states",
  },
  "bind-once": {
    title: "A socket is bound once",
    summary:
      "bind() of a socket that has a port already fails with EINVAL, whether bind() or connect() gave it the port.",
    detail: "listen() of a socket that is connected fails with EINVAL too. For another port make another socket.",
    sources: ["bind(2), EINVAL", "linux net/ipv4/af_inet.c, __inet_bind() and inet_listen()"],
    experiment: "socket-states",
  },
  "connect-once": {
    title: "A TCP socket is connected once",
    summary:
      "connect() of a socket that is connected fails with EISCONN, and with EALREADY while an earlier connect() " +
      "is in progress.",
    detail:
      "A listening socket counts as connected. Of a non-blocking socket the first connect() gives EINPROGRESS. " +
      "On a socket that is not connected getpeername(), recv() and shutdown() fail with ENOTCONN.",
    sources: [connect],
    experiment: "socket-states",
  },
  "socket-family-mismatch": {
    title: "A socket takes addresses of its own family",
    summary:
      "bind() and connect() of an IPv4 socket to an IPv6 address fail with EAFNOSUPPORT, those of an IPv6 socket " +
      "to an IPv4 address with EINVAL.",
    detail: "An IPv6 socket takes ::ffff:127.0.0.1 for 127.0.0.1. Make the socket of the family of the address.",
    sources: ["bind(2), EAFNOSUPPORT and EINVAL", "linux net/ipv6/af_inet6.c, __inet6_bind()"],
    experiment: "socket-states",
  },
  "listen-needs-stream": {
    title: "listen() of a UDP socket fails",
    summary: "listen() of a UDP socket fails with EOPNOTSUPP.",
    detail: "Datagrams need bind() alone. On Linux EOPNOTSUPP and ENOTSUP are one number; Node.js calls it ENOTSUP.",
    sources: ["listen(2), EOPNOTSUPP", "errno(3)"],
    experiment: "socket-states",
  },
  "disabled-ipv6-has-no-addresses": {
    title: "With IPv6 disabled ::1 cannot be bound",
    summary:
      "With net.ipv6.conf.all.disable_ipv6=1 bind() and connect() to ::1 fail with EADDRNOTAVAIL, while bind() to :: " +
      "works.",
    detail: "The address is gone with IPv6. So a server on :: starts in such a container, and one on ::1 does not.",
    sources: ["linux Documentation/networking/ip-sysctl.rst, disable_ipv6"],
    experiment: "socket-states",
  },
});
