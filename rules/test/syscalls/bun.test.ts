import {
  BIND,
  BUN,
  CONNECT,
  EITHER,
  FOUR,
  LISTEN,
  REUSE,
  SHARE,
  SIX,
  UDP4,
  UDP6,
  UDP_CONNECT,
  UNIX,
  known,
  no,
  rendered,
  yes,
} from "./rendered.ts";

const EXCLUSIVE = "setsockopt(SO_EXCLUSIVEADDRUSE, 1)";
const BOTH = "setsockopt(IPV6_V6ONLY, 0)";
const NAME = known("example.org");

rendered("a listen of Bun", LISTEN, BUN, [
  [{}, [SIX, REUSE, BOTH, "bind([::]:3000)", "listen(512)"]],
  [{ host: known("10.0.0.1"), backlog: known(5) }, [FOUR, REUSE, "bind(10.0.0.1:3000)", "listen(512)"]],
  [{ ipv6Only: yes }, [SIX, REUSE, "setsockopt(IPV6_V6ONLY, 1)", "bind([::]:3000)", "listen(512)"]],
  [{ reusePort: yes }, [SIX, REUSE, SHARE, REUSE, BOTH, "bind([::]:3000)", "listen(512)"]],
  [{ reusePort: yes }, [SIX, SHARE, REUSE, BOTH, "bind([::]:3000)", "listen(512)"], "darwin"],
  [{ path: known("/run/a") }, [UNIX, "bind(/run/a)", "listen(512)"]],
  [{ path: known("/run/a"), host: known("10.0.0.1") }, [UNIX, "bind(/run/a)", "listen(512)"]],
  [{ api: "http.Server#listen", path: known("/run/a") }, [UNIX, "bind(/run/a)", "listen(512)"]],
  [{ api: "http.Server#listen", path: known("/run/a"), host: known("10.0.0.1") }, []],
  [{ api: "https.Server#listen", path: known("/run/a"), host: known("10.0.0.1") }, []],
  [{ api: "bun.serve", path: known("/run/a"), host: known("10.0.0.1") }, []],
  [{ path: known("/run/a") }, [], "win32"],
  [{ fd: known(3) }, []],
  [
    { host: "unknown", port: "unknown", reusePort: "unknown" },
    [
      EITHER,
      `${REUSE} if reusePort is true`,
      `${SHARE} if reusePort is true`,
      REUSE,
      `${BOTH} (on an IPv6 socket)`,
      "bind(host:port)",
      "listen(512)",
    ],
  ],
  [{ api: "net.BoundSocket", op: "bind" }, []],
]);
rendered("a listen of Bun on Windows", { ...LISTEN, host: known("10.0.0.1") }, BUN, [
  [{}, [FOUR, "bind(10.0.0.1:3000)", "listen(512)"], "win32"],
  [
    { exclusive: "unknown" },
    [FOUR, `${EXCLUSIVE} if exclusive is true`, "bind(10.0.0.1:3000)", "listen(512)"],
    "win32",
  ],
  [{ exclusive: yes }, [FOUR, EXCLUSIVE, "bind(10.0.0.1:3000)", "listen(512)"], "win32"],
  [{ reusePort: yes }, [FOUR, REUSE, "bind(10.0.0.1:3000)", "listen(512)"], "win32"],
  [{ api: "https.Server#listen" }, [FOUR, EXCLUSIVE, "bind(10.0.0.1:3000)", "listen(512)"], "win32"],
  [{ api: "bun.serve", reusePort: no }, [FOUR, EXCLUSIVE, "bind(10.0.0.1:3000)", "listen(512)"], "win32"],
  [
    { api: "bun.serve", reusePort: "unknown" },
    [FOUR, `${REUSE} if reusePort is true`, "bind(10.0.0.1:3000)", "listen(512)"],
    "win32",
  ],
]);

rendered("a connection of Bun", CONNECT, BUN, [
  [{}, [FOUR, "connect(10.0.0.2:80)"]],
  [{}, [], "win32"],
  [{ path: known("/run/a") }, [UNIX, "connect(/run/a)"]],
  [{ host: NAME, family: known(6) }, [SIX, "connect(example.org:80)"]],
  [{ host: NAME }, [EITHER, "connect(example.org:80) (with a socket for every address, until one answers)"]],
  [
    { host: known("localhost"), addresses: ["::1", "127.0.0.1"] },
    [SIX, "connect([::1]:80)", FOUR, "connect(127.0.0.1:80)"],
  ],
  [{ localAddress: known("10.0.0.1") }, [FOUR, REUSE, "bind(10.0.0.1:0)", "connect(10.0.0.2:80)"]],
  [{ localAddress: known("eth0") }, []],
  [{ api: "bun.connect", localAddress: known("eth0") }, [FOUR, REUSE, "bind(eth0:0)", "connect(10.0.0.2:80)"]],
  [{ localAddress: "unknown" }, [FOUR, REUSE, "bind(localAddress:0)", "connect(10.0.0.2:80)"]],
  [{ localPort: known(0) }, [FOUR, "connect(10.0.0.2:80)"]],
  [{ localPort: known(5000) }, [FOUR, REUSE, "bind(0.0.0.0:5000)", "connect(10.0.0.2:80)"]],
  [{ localPort: "unknown" }, [FOUR, REUSE, "bind(0.0.0.0:localPort)", "connect(10.0.0.2:80)"]],
  [{ localPort: known(5000), host: known("::1") }, [SIX, REUSE, "bind([::]:5000)", "connect([::1]:80)"]],
  [{ localPort: known(5000), host: "unknown" }, [EITHER, REUSE, "bind(the wildcard address:5000)", "connect(host:80)"]],
  [{ localAddress: known("::1") }, [FOUR, REUSE, "bind([::1]:0) fails with EAFNOSUPPORT"]],
  [{ localAddress: known("10.0.0.1"), host: known("::1") }, [SIX, REUSE, "bind(10.0.0.1:0) fails with EINVAL"]],
  [
    { localAddress: known("fd00::1"), host: NAME },
    [
      SIX,
      REUSE,
      "bind([fd00::1]:0) (EAFNOSUPPORT where the name comes to an IPv4 address first)",
      "connect(example.org:80)",
    ],
  ],
]);

rendered("a datagram socket of Bun", BIND, BUN, [
  [{}, [UDP4, "bind(0.0.0.0:5000)"]],
  [{ family: known(6) }, [UDP6, BOTH, "bind([::]:5000)"]],
  [{ family: known(6), ipv6Only: yes }, [UDP6, "setsockopt(IPV6_V6ONLY, 1)", "bind([::]:5000)"]],
  [{ family: known(4), ipv6Only: yes }, [UDP4, "bind(0.0.0.0:5000)"]],
  [
    { family: "unknown" },
    ["socket(AF_INET or AF_INET6, SOCK_DGRAM)", `${BOTH} (on an IPv6 socket)`, "bind(0.0.0.0:5000)"],
  ],
  [{ reuseAddr: yes }, [UDP4, REUSE, "bind(0.0.0.0:5000)"]],
  [{ reuseAddr: yes }, [UDP4, SHARE, "bind(0.0.0.0:5000)"], "darwin"],
  [{ reusePort: yes }, [UDP4, SHARE, "bind(0.0.0.0:5000)"]],
  [
    { host: "unknown", port: "unknown", family: known(4), reuseAddr: "unknown", reusePort: "unknown" },
    [UDP4, `${REUSE} if reuseAddr is true`, `${SHARE} if reusePort is true`, "bind(host:port)"],
  ],
  [{ membership: known("239.1.1.1") }, [UDP4, "bind(0.0.0.0:5000)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"]],
  [{}, [], "win32"],
  [{ api: "dgram.Socket#addMembership", membership: known("239.1.1.1") }, []],
]);
const PEER = { host: known("10.0.0.2"), port: known(53) };
rendered("a Bun.udpSocket()", { ...BIND, api: "bun.udpSocket", host: known("0.0.0.0") }, BUN, [
  [{ peer: PEER }, [UDP4, "bind(0.0.0.0:5000)", "connect(10.0.0.2:53)"]],
  [{ peer: { host: "unknown", port: "unknown" } }, [UDP4, "bind(0.0.0.0:5000)", "connect(host:port)"]],
  [
    { peer: { host: known("::1"), port: known(53) } },
    [UDP4, "bind(0.0.0.0:5000)", "connect([::1]:53) fails with EAFNOSUPPORT"],
  ],
  [
    { host: known("::"), peer: { host: known("::1"), port: known(53) } },
    [UDP6, BOTH, "bind([::]:5000)", "connect([::1]:53)"],
  ],
]);
rendered("a datagram socket of Bun that connects", UDP_CONNECT, BUN, [
  [{ family: "unknown", host: known("::1") }, [UDP6, BOTH, "bind([::]:0)", "connect([::1]:53)"]],
  [{}, [UDP4, "bind(0.0.0.0:0)", "connect(10.0.0.2:53)"]],
  [{ family: known(6), host: known("::1") }, [UDP6, BOTH, "bind([::]:0)", "connect([::1]:53)"]],
  [{}, [], "win32"],
]);
