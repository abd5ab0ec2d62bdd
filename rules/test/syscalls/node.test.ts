import { CONNECT, EITHER, FOUR, LISTEN, NODE, REUSE, SHARE, SIX, UNIX, known, no, rendered, yes } from "./rendered.ts";

const node = (version: string) => ({ name: "node", version }) as const;
const BOTH = "setsockopt(IPV6_V6ONLY, 0)";
const REFUSED = "fails with ENOTSUP";
const LIBUV = "(libuv refuses and does not ask the kernel)";

rendered("a listen of Node.js", LISTEN, NODE, [
  [{ host: known("10.0.0.1") }, [FOUR, REUSE, "bind(10.0.0.1:3000)", "listen(511)"]],
  [{ host: known("::1") }, [SIX, REUSE, BOTH, "bind([::1]:3000)", "listen(511)"]],
  [{ ipv6Only: yes }, [SIX, REUSE, "setsockopt(IPV6_V6ONLY, 1)", "bind([::]:3000)", "listen(511)"]],
  [{ ipv6Only: no }, [SIX, REUSE, BOTH, "bind([::]:3000)", "listen(511)"]],
  [{ reusePort: no }, [SIX, REUSE, BOTH, "bind([::]:3000)", "listen(511)"]],
  [{ reusePort: yes }, [SIX, REUSE, SHARE, BOTH, "bind([::]:3000)", "listen(511)"]],
  [{ backlog: known(5) }, [SIX, REUSE, BOTH, "bind([::]:3000)", "listen(5)"]],
  [
    { reusePort: "unknown" },
    [SIX, REUSE, `${SHARE} ${REFUSED} if reusePort is true ${LIBUV}`, BOTH, "bind([::]:3000)", "listen(511)"],
    "darwin",
  ],
  [
    { reusePort: "unknown" },
    [`${SHARE} ${REFUSED} if reusePort is true ${LIBUV}`, SIX, BOTH, "bind([::]:3000)", "listen(511)"],
    "win32",
  ],
  [{ path: known("/run/a") }, [UNIX, "bind(/run/a)", "listen(511)"]],
  [{ path: known("/run/a"), backlog: known(5) }, [UNIX, "bind(/run/a)", "listen(5)"], "darwin"],
  [{ path: "unknown" }, [UNIX, "bind(path)", "listen(511)"]],
  [{ path: known("\\\\.\\pipe\\a") }, [], "win32"],
  [{ fd: known(3) }, ["listen(511)"]],
  [{ fd: known(3), backlog: known(5) }, ["listen(5)"]],
  [{ fd: known(3) }, [], "win32"],
]);

rendered(
  "a net.BoundSocket",
  { api: "net.BoundSocket", op: "bind", transport: "tcp", port: known(3000) },
  node("24.20.0"),
  [
    [{}, [FOUR, REUSE, "bind(0.0.0.0:3000)"]],
    [{}, [FOUR, "bind(0.0.0.0:3000)"], "win32"],
    [{ host: known("::1") }, [SIX, REUSE, BOTH, "bind([::1]:3000)"]],
    [{ host: known("example.org") }, []],
    [{ host: "unknown" }, [EITHER, REUSE, `${BOTH} (on an IPv6 socket)`, "bind(host:3000)"]],
    [{ path: known("/run/a") }, [UNIX, "bind(/run/a)"]],
    [{}, [FOUR, REUSE, "bind(0.0.0.0:3000)"], "linux", node("24.19.0")],
    [{}, [], "linux", node("24.18.0")],
    [{}, [], "linux", node("26.3.0")],
    [{}, [FOUR, REUSE, "bind(0.0.0.0:3000)"], "linux", node("26.4.0")],
    [
      { clusterRole: "worker" },
      ["worker: socket(AF_INET, SOCK_STREAM)", `worker: ${REUSE}`, "worker: bind(0.0.0.0:3000)"],
    ],
  ],
);

const ANY = "(with a socket for every address, until one answers)";
const SIXTH = known("example.org");
rendered("a connection of Node.js", CONNECT, NODE, [
  [{}, [FOUR, "connect(10.0.0.2:80)"]],
  [{ host: known("::1") }, [SIX, "connect([::1]:80)"]],
  [{ port: "unknown" }, [FOUR, "connect(10.0.0.2:port)"]],
  [{ host: known("::1") }, [SIX, BOTH, "bind([::]:0) (ConnectEx wants a bound socket)", "connect([::1]:80)"], "win32"],
  [
    { host: "unknown" },
    [
      EITHER,
      `${BOTH} (on an IPv6 socket)`,
      "bind(the wildcard address:0) (ConnectEx wants a bound socket)",
      "connect(host:80)",
    ],
    "win32",
  ],
  [{ host: SIXTH }, [EITHER, `connect(example.org:80) ${ANY}`]],
  [{ host: SIXTH }, [EITHER, "connect(example.org:80)"], "linux", node("18.20.0")],
  [{ host: SIXTH }, [EITHER, `connect(example.org:80) ${ANY}`], "linux", node("20.0.0")],
  [{ host: SIXTH }, [EITHER, `connect(example.org:80) ${ANY}`], "linux", node("24.0.0-nightly20250101")],
  [{ host: SIXTH, autoSelectFamily: yes }, [EITHER, `connect(example.org:80) ${ANY}`], "linux", node("18.20.0")],
  [{ host: SIXTH, autoSelectFamily: no }, [EITHER, "connect(example.org:80)"]],
  [{ host: SIXTH, autoSelectFamily: "unknown" }, [EITHER, "connect(example.org:80)"]],
  [{ host: SIXTH, family: known(4) }, [FOUR, "connect(example.org:80)"]],
  [{ host: SIXTH, family: known(6) }, [SIX, "connect(example.org:80)"]],
  [
    { host: known("localhost"), addresses: ["::1", "127.0.0.1"] },
    [SIX, "connect([::1]:80)", FOUR, "connect(127.0.0.1:80)"],
  ],
  [{ host: known("localhost"), addresses: ["::1", "127.0.0.1"], autoSelectFamily: no }, [SIX, "connect([::1]:80)"]],
  [{ path: known("/run/a") }, [UNIX, "connect(/run/a)"]],
  [{ path: "unknown" }, [UNIX, "connect(path)"]],
  [{ path: known("/run/a") }, [], "win32"],
]);

rendered("a connection of Node.js from a stated end", CONNECT, NODE, [
  [{ localAddress: known("10.0.0.1") }, [FOUR, REUSE, "bind(10.0.0.1:0)", "connect(10.0.0.2:80)"]],
  [{ localAddress: known("10.0.0.1") }, [FOUR, "bind(10.0.0.1:0)", "connect(10.0.0.2:80)"], "win32"],
  [{ localAddress: "unknown" }, [FOUR, REUSE, "bind(localAddress:0)", "connect(10.0.0.2:80)"]],
  [{ localPort: known(5000) }, [FOUR, REUSE, "bind(0.0.0.0:5000)", "connect(10.0.0.2:80)"]],
  [{ localPort: "unknown" }, [FOUR, REUSE, "bind(0.0.0.0:localPort)", "connect(10.0.0.2:80)"]],
  [{ localPort: known(0) }, [FOUR, "connect(10.0.0.2:80)"]],
  [{ localPort: known(5000), host: known("::1") }, [SIX, REUSE, BOTH, "bind([::]:5000)", "connect([::1]:80)"]],
  [
    { localPort: known(5000), host: "unknown" },
    [EITHER, REUSE, `${BOTH} (on an IPv6 socket)`, "bind(the wildcard address:5000)", "connect(host:80)"],
  ],
  [{ localAddress: known("::1") }, []],
  [{ localAddress: known("eth0") }, []],
  [
    { localAddress: known("10.0.0.1"), host: SIXTH },
    [FOUR, REUSE, "bind(10.0.0.1:0) (EINVAL where the name comes to an IPv6 address first)", "connect(example.org:80)"],
  ],
  [
    { localAddress: known("fd00::1"), host: SIXTH },
    [
      SIX,
      REUSE,
      BOTH,
      "bind([fd00::1]:0) (EINVAL where the name comes to an IPv4 address first)",
      "connect(example.org:80)",
    ],
  ],
  [
    { localAddress: known("10.0.0.1"), host: SIXTH, family: known(4) },
    [FOUR, REUSE, "bind(10.0.0.1:0)", "connect(example.org:80)"],
  ],
  [
    { localAddress: known("10.0.0.1"), host: known("localhost"), addresses: ["127.0.0.1"] },
    [FOUR, REUSE, "bind(10.0.0.1:0)", "connect(127.0.0.1:80)"],
  ],
]);
