import { everywhere, factsOf, unix } from "../fact.ts";

const core = "libuv 1.52.1, src/unix/core.c, uv__sock_reuseport()";

/** What other systems do; read in the sources, not run. */
export const platforms = factsOf("platforms", everywhere, {
  "reuse-port-unsupported": {
    title: "reusePort fails with ENOTSUP on macOS, Windows, OpenBSD and NetBSD",
    summary: "In Node.js server.listen({ reusePort: true }) fails with ENOTSUP on macOS, Windows, OpenBSD and NetBSD.",
    detail:
      "libuv refuses where SO_REUSEPORT does not spread connections as it does on Linux. There is no " +
      "fallback: without an 'error' listener the process ends. Write reusePort: process.platform === " +
      '"linux".',
    since: "Node.js 22.12.0 and 23.1.0",
    platforms: ["darwin", "win32", "openbsd", "netbsd"],
    sources: [core, "libuv 1.52.1, src/win/tcp.c:364", "nodejs/node#61018"],
    experiment: null,
    fromSource: true,
  },
  "reuse-port-supported-platforms": {
    title: "Where libuv supports TCP reusePort",
    summary:
      "libuv supports it on Linux and Android, FreeBSD 12 and later, DragonFly BSD 3.6 and later, Solaris " +
      "11.4, and AIX.",
    detail:
      "The platform name alone does not tell the release: an older FreeBSD, or illumos, which " +
      "process.platform also calls sunos, fails with ENOTSUP. The AIX code is compiled in from 7.3 on, while " +
      "the documentation says 7.2.5.",
    since: "libuv 1.49.0",
    platforms: ["linux", "android", "freebsd", "sunos", "aix"],
    sources: [core, "libuv 1.52.1, docs/src/tcp.rst:159"],
    experiment: null,
    fromSource: true,
  },
  "freebsd-reuse-port-lb": {
    title: "On FreeBSD reusePort is SO_REUSEPORT_LB",
    summary: "On FreeBSD 12 and later libuv sets SO_REUSEPORT_LB, the option that spreads connections there.",
    detail: "Plain SO_REUSEPORT on FreeBSD does not balance. On older releases libuv returns ENOTSUP.",
    since: "libuv 1.49.0",
    platforms: ["freebsd"],
    sources: [core],
    experiment: null,
    fromSource: true,
  },
  "windows-sets-no-reuse-addr": {
    title: "On Windows libuv sets no address option for TCP",
    summary: "On Windows libuv sets neither SO_REUSEADDR nor SO_EXCLUSIVEADDRUSE on TCP sockets.",
    detail:
      "SO_REUSEADDR there would let another program take over a port in use, which is not what it does on " +
      "Unix. A wildcard and a specific listener may have one port by default there. No option of Node.js " +
      "changes this.",
    platforms: ["win32"],
    sources: [
      "libuv 1.52.1, src/win/tcp.c:346",
      "Microsoft, Using SO_REUSEADDR and SO_EXCLUSIVEADDRUSE, table of bind() outcomes",
    ],
    experiment: null,
    fromSource: true,
  },
  "bsd-wildcard-beside-specific": {
    title: "On macOS, BSD and Windows a wildcard and a specific address coexist",
    summary:
      "On macOS, the BSDs and Windows a listener on 0.0.0.0 and one on 127.0.0.1 may have the same port; " +
      "there is no EADDRINUSE, and the specific one gets the connections to its address.",
    detail:
      "On macOS and the BSDs SO_REUSEADDR allows it, which libuv always sets; on Windows it is allowed by " +
      "default. Linux refuses. So a second copy on another address goes unnoticed there.",
    fromSource: true,
    platforms: ["darwin", "freebsd", "openbsd", "netbsd", "win32"],
    sources: [
      "XNU, bsd/netinet/in_pcb.c, in_pcbbind() and in_pcblookup_hash()",
      "FreeBSD, NetBSD and OpenBSD, sys/netinet/in_pcb.c",
      "Microsoft, Using SO_REUSEADDR and SO_EXCLUSIVEADDRUSE, table of bind() outcomes",
    ],
    experiment: null,
  },
  "unix-libuv-sets-reuse-addr": {
    title: "On every Unix libuv sets SO_REUSEADDR on TCP binds",
    summary:
      "libuv sets SO_REUSEADDR on each TCP socket that it binds on Unix, servers and clients alike, port 0 included.",
    detail:
      "So SO_REUSEADDR is never missing on a TCP server of Node.js on Unix, and no option turns it off. " +
      "Windows is different: there it sets nothing.",
    platforms: unix,
    sources: ["libuv 1.52.1, src/unix/tcp.c:165, uv__tcp_bind()"],
    experiment: null,
    fromSource: true,
  },
  "udp-reuse-addr-platforms": {
    title: "UDP reuseAddr is another option on macOS and Windows",
    summary: "dgram's reuseAddr sets SO_REUSEPORT on macOS and the BSDs, and SO_REUSEADDR on Linux and Windows.",
    detail:
      "On Windows a second socket with it can take over the port. DragonFly BSD, AIX 7.3 and illumos use " +
      "SO_REUSEADDR; Solaris 11.4 and z/OS use SO_REUSEPORT.",
    sources: [
      "libuv 1.52.1, src/unix/udp.c:377",
      "libuv 1.52.1, src/win/udp.c",
      "Microsoft, Using SO_REUSEADDR and SO_EXCLUSIVEADDRUSE",
    ],
    experiment: null,
    fromSource: true,
  },
  "udp-reuse-port-unsupported": {
    title: "UDP reusePort fails with ENOTSUP on macOS and Windows",
    summary:
      "dgram.createSocket({ reusePort: true }) fails on macOS and Windows when the socket is bound, with ENOTSUP.",
    detail:
      "The platforms are those of TCP reusePort. For a second multicast receiver use reuseAddr, which works " +
      "everywhere.",
    since: "Node.js 22.12.0 and 23.1.0",
    platforms: ["darwin", "win32"],
    sources: ["libuv 1.52.1, src/win/udp.c:199", core],
    experiment: null,
    fromSource: true,
  },
  "libuv-reuse-port-version": {
    title: "libuv knows reuseport since 1.49.0",
    summary: "UV_TCP_REUSEPORT and UV_UDP_REUSEPORT came with libuv 1.49.0, in September 2024.",
    detail:
      "Node.js 22.12.0 and 23.1.0 are the first that use them. Look at process.versions.libuv to see which libuv runs.",
    since: "libuv 1.49.0",
    sources: ["libuv/libuv#4407", "libuv/libuv#4419", "nodejs/node#55408", "nodejs/node#55403"],
    experiment: null,
    fromSource: true,
  },
  "uws-shares-by-default": {
    title: "uWebSockets.js shares its port by default",
    summary:
      "On Unix uSockets sets SO_REUSEPORT on every listen with a port, unless LIBUS_LISTEN_EXCLUSIVE_PORT is given.",
    detail:
      "Two copies on Linux split the connections without an error. With port 0 it sets neither option. On " +
      "Windows the default is SO_REUSEADDR, and the flag means SO_EXCLUSIVEADDRUSE. A listen that fails " +
      "calls back with false; nothing is thrown.",
    sources: ["uSockets 86097c4, src/bsd.c:468, bsd_create_listen_socket()"],
    experiment: null,
    fromSource: true,
  },
  "bun-reuse-port-elsewhere": {
    title: "reusePort of Bun does not balance on macOS and Windows",
    summary:
      "On macOS and Windows Bun's reusePort gives no ENOTSUP as Node.js does, and does not balance: another " +
      "copy can bind the port too, and one of them serves.",
    detail:
      "On macOS Bun sets SO_REUSEPORT, which does not spread connections there. On Windows it sets " +
      "SO_REUSEADDR, with which the second socket takes the port over. Guard the option in Bun as in " +
      'Node.js: reusePort: process.platform === "linux".',
    platforms: ["darwin", "win32"],
    sources: [
      "Bun 1.4.5, packages/bun-usockets/src/bsd.c, bsd_set_reuse()",
      "XNU, bsd/netinet/in_pcb.c, in_pcbbind()",
      "oven-sh/bun#27771",
    ],
    experiment: null,
    fromSource: true,
  },
  "deno-reuse-port-elsewhere": {
    title: "Deno ignores reusePort outside Linux",
    summary:
      "Deno's documentation of Deno.listen says that reusePort works on Linux only and is silently ignored " +
      "elsewhere.",
    detail: "The typing of Deno.serve speaks of POSIX systems instead. Count on Linux only.",
    platforms: ["darwin", "win32", "freebsd"],
    sources: ["Deno 2.9.6, TcpListenOptions"],
    experiment: null,
    fromSource: true,
  },
});
