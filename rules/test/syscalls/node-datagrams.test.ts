import { BIND, NODE, REUSE, SHARE, UDP4, UDP6, UDP_CONNECT, known, no, rendered, yes } from "./rendered.ts";

const REFUSED = "fails with ENOTSUP";
const LIBUV = "(libuv refuses and does not ask the kernel)";
const GROUP = known("239.1.1.1");
rendered("a datagram socket of Node.js", BIND, NODE, [
  [{}, [UDP4, "bind(0.0.0.0:5000)"]],
  [{ family: known(6) }, [UDP6, "bind([::]:5000)"]],
  [{ family: "unknown" }, ["socket(AF_INET or AF_INET6, SOCK_DGRAM)", "bind(the wildcard address:5000)"]],
  [{ family: known(4), host: known("10.0.0.1") }, [UDP4, "bind(10.0.0.1:5000)"]],
  [{ family: known(4), host: known("::1") }, []],
  [{ family: known(6), host: known("10.0.0.1") }, []],
  [{ family: "unknown", host: known("10.0.0.1") }, [UDP4, "bind(10.0.0.1:5000)"]],
  [{ reuseAddr: yes }, [UDP4, REUSE, "bind(0.0.0.0:5000)"]],
  [{ reuseAddr: "unknown" }, [UDP4, `${REUSE} if reuseAddr is true`, "bind(0.0.0.0:5000)"]],
  [{ reuseAddr: no }, [UDP4, "bind(0.0.0.0:5000)"]],
  [{ host: "unknown", port: "unknown" }, [UDP4, "bind(host:port)"]],
  [{ reuseAddr: yes }, [UDP4, SHARE, "bind(0.0.0.0:5000)"], "darwin"],
  [{ reuseAddr: yes, reusePort: yes }, [UDP4, REUSE, SHARE, "bind(0.0.0.0:5000)"]],
  [{ reuseAddr: yes, reusePort: yes }, [UDP4, SHARE, `${SHARE} ${REFUSED} ${LIBUV}`], "darwin"],
  [{ reuseAddr: yes, reusePort: yes }, [`${SHARE} ${REFUSED} ${LIBUV}`], "win32"],
  [{ family: known(6), ipv6Only: yes }, [UDP6, "setsockopt(IPV6_V6ONLY, 1)", "bind([::]:5000)"]],
  [{ family: known(6), ipv6Only: no }, [UDP6, "bind([::]:5000)"]],
  [
    { family: known(6), ipv6Only: "unknown" },
    [UDP6, "setsockopt(IPV6_V6ONLY, 1) if ipv6Only is true", "bind([::]:5000)"],
  ],
  [{ family: known(4), ipv6Only: yes }, []],
  [{ family: known(4), ipv6Only: no }, [UDP4, "bind(0.0.0.0:5000)"]],
  [{ family: known(4), ipv6Only: "unknown" }, [UDP4, "bind(0.0.0.0:5000)"]],
  [{ fd: known(3) }, [`${REUSE} (on the descriptor)`]],
  [{ fd: known(3) }, [`${SHARE} (on the descriptor)`], "darwin"],
  [{ fd: known(3) }, [], "win32"],
]);
rendered("a datagram socket of Node.js that joins a group", BIND, NODE, [
  [{ membership: GROUP }, [UDP4, "bind(0.0.0.0:5000)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"]],
  [
    { membership: GROUP, fromOneSender: true },
    [UDP4, "bind(0.0.0.0:5000)", "setsockopt(IP_ADD_SOURCE_MEMBERSHIP, 239.1.1.1)"],
  ],
  [
    { family: known(6), membership: known("ff02::1") },
    [UDP6, "bind([::]:5000)", "setsockopt(IPV6_ADD_MEMBERSHIP, ff02::1)"],
  ],
  [
    { family: known(6), membership: known("ff02::1"), fromOneSender: true },
    [UDP6, "bind([::]:5000)", "setsockopt(MCAST_JOIN_SOURCE_GROUP, ff02::1)"],
  ],
  [{ family: known(6), membership: "unknown" }, [UDP6, "bind([::]:5000)", "setsockopt(IPV6_ADD_MEMBERSHIP, group)"]],
  [{ membership: "unknown" }, [UDP4, "bind(0.0.0.0:5000)", "setsockopt(IP_ADD_MEMBERSHIP, group)"]],
  [
    { membership: GROUP, joinsFirst: true },
    [
      UDP4,
      REUSE,
      "bind(0.0.0.0:0) (joining binds)",
      "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)",
      "bind(0.0.0.0:5000) fails with EINVAL (the socket is bound already)",
    ],
  ],
  [
    { membership: GROUP, joinsFirst: true, reuseAddr: yes },
    [
      UDP4,
      REUSE,
      "bind(0.0.0.0:0) (joining binds)",
      "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)",
      REUSE,
      "bind(0.0.0.0:5000) fails with EINVAL (the socket is bound already)",
    ],
  ],
  [
    { membership: GROUP, joinsFirst: true, reusePort: yes },
    [
      UDP4,
      REUSE,
      "bind(0.0.0.0:0) (joining binds)",
      "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)",
      SHARE,
      "bind(0.0.0.0:5000) fails with EINVAL (the socket is bound already)",
    ],
  ],
  [
    { membership: known("ff02::1"), joinsFirst: true, family: known(6), ipv6Only: yes },
    [
      UDP6,
      REUSE,
      "bind([::]:0) (joining binds)",
      "setsockopt(IPV6_ADD_MEMBERSHIP, ff02::1)",
      "setsockopt(IPV6_V6ONLY, 1) fails with EINVAL (the socket is bound already)",
    ],
  ],
  [
    { membership: GROUP, joinsFirst: true, ipv6Only: yes },
    [UDP4, REUSE, "bind(0.0.0.0:0) (joining binds)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"],
  ],
  [
    { membership: GROUP, joinsFirst: true, reusePort: yes },
    [
      UDP4,
      REUSE,
      "bind(0.0.0.0:0) (joining binds)",
      "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)",
      `${SHARE} ${REFUSED} ${LIBUV}`,
    ],
    "win32",
  ],
]);
rendered(
  "a membership of a datagram socket that nothing binds",
  { api: "dgram.Socket#addMembership", op: "bind", transport: "udp", membership: GROUP, family: known(4) },
  NODE,
  [
    [{}, [UDP4, REUSE, "bind(0.0.0.0:0)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"]],
    [{}, [UDP4, SHARE, "bind(0.0.0.0:0)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"], "darwin"],
    [{ reusePort: yes }, [UDP4, REUSE, "bind(0.0.0.0:0)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"]],
    [{ ipv6Only: yes }, [UDP4, REUSE, "bind(0.0.0.0:0)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"]],
    [
      { family: known(6), membership: known("ff02::1"), ipv6Only: yes },
      [UDP6, REUSE, "bind([::]:0)", "setsockopt(IPV6_ADD_MEMBERSHIP, ff02::1)"],
    ],
  ],
);
rendered("a datagram socket of Node.js that connects", UDP_CONNECT, NODE, [
  [{}, [UDP4, "bind(0.0.0.0:0)", "connect(10.0.0.2:53)"]],
  [{ family: known(6), host: known("::1") }, [UDP6, "bind([::]:0)", "connect([::1]:53)"]],
  [
    { family: "unknown", host: known("localhost") },
    ["socket(AF_INET or AF_INET6, SOCK_DGRAM)", "bind(the wildcard address:0)", "connect(localhost:53)"],
  ],
  [{ reuseAddr: yes }, [UDP4, REUSE, "bind(0.0.0.0:0)", "connect(10.0.0.2:53)"]],
  [{ reusePort: yes }, [UDP4, `${SHARE} ${REFUSED} ${LIBUV}`], "darwin"],
  [{ ipv6Only: yes }, []],
]);
