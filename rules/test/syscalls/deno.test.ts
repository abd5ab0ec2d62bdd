import {
  BIND,
  CONNECT,
  DENO,
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

const NAME = known("example.org");
const OWN = { ...LISTEN, api: "deno.listen" };

rendered("a listen of Deno's node:net", LISTEN, DENO, [
  [{}, [SIX, REUSE, "bind([::]:3000)", "listen(511)"]],
  [{ ipv6Only: yes }, [SIX, REUSE, "bind([::]:3000)", "listen(511)"]],
  [{ reusePort: yes, backlog: known(5) }, [SIX, REUSE, SHARE, "bind([::]:3000)", "listen(5)"]],
  [{ host: known("10.0.0.1") }, [FOUR, REUSE, "bind(10.0.0.1:3000)", "listen(511)"]],
  [{}, [], "darwin"],
  [{}, [], "win32"],
  [{ fd: known(3) }, []],
  [{ api: "net.BoundSocket", op: "bind" }, []],
  [{ path: known("/run/a") }, [UNIX, "bind(/run/a)", "listen(512)"]],
  [{ path: known("/run/a"), backlog: known(4) }, [UNIX, "bind(/run/a)", "listen(8)"]],
  [{ path: known("/run/a"), backlog: known(5) }, [UNIX, "bind(/run/a)", "listen(8)"]],
  [{ path: known("/run/a"), backlog: "unknown" }, [UNIX, "bind(/run/a)", "listen(backlog)"]],
]);
rendered("a listen of Deno's own", OWN, DENO, [
  [{}, [FOUR, REUSE, "bind(0.0.0.0:3000)", "listen(511)"]],
  [{ host: known("::") }, [SIX, REUSE, "bind([::]:3000)", "listen(511)"]],
  [{ reusePort: yes }, [FOUR, SHARE, REUSE, "bind(0.0.0.0:3000)", "listen(511)"]],
  [{ reusePort: yes }, [FOUR, REUSE, "bind(0.0.0.0:3000)", "listen(511)"], "darwin"],
  [{ reusePort: yes }, [FOUR, "bind(0.0.0.0:3000)", "listen(511)"], "win32"],
  [{ path: known("/run/a"), backlog: known(5) }, [UNIX, "bind(/run/a)", "listen(1024)"]],
  [{ path: known("/run/a") }, [], "darwin"],
  [
    { host: "unknown", port: "unknown", reusePort: "unknown" },
    [EITHER, `${SHARE} if reusePort is true`, REUSE, "bind(host:port)", "listen(511)"],
  ],
]);

const LOCAL = known("10.0.0.1");
rendered("a connection of Deno", { ...CONNECT, api: "deno.connect" }, DENO, [
  [{}, [FOUR, "connect(10.0.0.2:80)"]],
  [{}, [FOUR, "connect(10.0.0.2:80)"], "darwin"],
  [{}, [], "win32"],
  [{ path: known("/run/a") }, [UNIX, "connect(/run/a)"]],
  [{ host: NAME }, [EITHER, "connect(example.org:80) (with a socket for every address, until one answers)"]],
  [{ host: NAME, autoSelectFamily: no }, [EITHER, "connect(example.org:80)"]],
  [{ host: NAME, api: "net.connect" }, [EITHER, "connect(example.org:80)"]],
]);
rendered("a connection of Deno from a stated end", CONNECT, DENO, [
  [{ localAddress: LOCAL }, [FOUR, REUSE, "bind(10.0.0.1:0)", "connect(10.0.0.2:80)"]],
  [{ localAddress: LOCAL, api: "deno.createHttpClient" }, [FOUR, "bind(10.0.0.1:0)", "connect(10.0.0.2:80)"]],
  [{ localAddress: known("eth0") }, []],
  [{ localAddress: "unknown" }, [FOUR, REUSE, "bind(localAddress:0)", "connect(10.0.0.2:80)"]],
  [{ localPort: known(0) }, [FOUR, "connect(10.0.0.2:80)"]],
  [{ localPort: known(5000) }, [FOUR, REUSE, "bind(0.0.0.0:5000)", "connect(10.0.0.2:80)"]],
  [{ localPort: "unknown" }, [FOUR, REUSE, "bind(0.0.0.0:localPort)", "connect(10.0.0.2:80)"]],
  [{ localPort: known(5000), host: known("::1") }, [SIX, REUSE, "bind([::]:5000)", "connect([::1]:80)"]],
  [{ localPort: known(5000), host: "unknown" }, [EITHER, REUSE, "bind(the wildcard address:5000)", "connect(host:80)"]],
  [
    { localAddress: LOCAL, host: known("::1") },
    [FOUR, REUSE, "bind(10.0.0.1:0)", "connect([::1]:80) fails with EAFNOSUPPORT"],
  ],
  [{ localAddress: known("::1") }, [SIX, REUSE, "bind([::1]:0)", "connect(10.0.0.2:80) fails with EINVAL"]],
]);

rendered("a datagram socket of Deno", BIND, DENO, [
  [{}, [UDP4, "bind(0.0.0.0:5000)"]],
  [{ family: known(6) }, [UDP6, "bind([::]:5000)"]],
  [{ family: known(6), ipv6Only: yes }, [UDP6, "setsockopt(IPV6_V6ONLY, 1)", "bind([::]:5000)"]],
  [{ family: known(4), ipv6Only: yes }, [UDP4, "bind(0.0.0.0:5000)"]],
  [{ reuseAddr: yes, reusePort: yes }, [UDP4, REUSE, "bind(0.0.0.0:5000)"]],
  [{ port: "unknown", reuseAddr: "unknown" }, [UDP4, `${REUSE} if reuseAddr is true`, "bind(0.0.0.0:port)"]],
  [
    { family: "unknown", ipv6Only: "unknown" },
    ["socket(AF_INET or AF_INET6, SOCK_DGRAM)", "setsockopt(IPV6_V6ONLY, 1) if ipv6Only is true", "bind(0.0.0.0:5000)"],
  ],
  [{ api: "deno.listenDatagram", reuseAddr: yes }, [UDP4, SHARE, "bind(0.0.0.0:5000)"], "darwin"],
  [{ api: "deno.listenDatagram", host: known("::"), ipv6Only: yes }, [UDP6, "bind([::]:5000)"]],
  [{ api: "deno.listenDatagram", host: "unknown" }, ["socket(AF_INET or AF_INET6, SOCK_DGRAM)", "bind(host:5000)"]],
  [{ api: "deno.listenDatagram", path: known("/run/a") }, ["socket(AF_UNIX, SOCK_DGRAM)", "bind(/run/a)"]],
  [{ membership: known("239.1.1.1") }, [UDP4, "bind(0.0.0.0:5000)", "setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)"]],
  [{ api: "dgram.Socket#addMembership", membership: known("239.1.1.1") }, []],
  [{}, [], "darwin"],
]);
rendered("a datagram socket of Deno that connects", UDP_CONNECT, DENO, [
  [{}, [UDP4, "bind(0.0.0.0:0)"]],
  [{ family: known(6), host: known("::1") }, [UDP6, "bind([::]:0)"]],
]);
