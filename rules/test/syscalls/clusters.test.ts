import { BIND, BUN, DENO, LISTEN, NODE, REUSE, SHARE, UDP_CONNECT, known, rendered, yes } from "./rendered.ts";

const WORKER = { ...LISTEN, host: known("10.0.0.1"), clusterRole: "worker" } as const;
const DATAGRAMS = { ...BIND, clusterRole: "worker" } as const;
const [W, P] = ["worker: ", "primary: "];
const MADE = "socket(AF_INET, SOCK_STREAM)";
const AT = "bind(10.0.0.1:3000)";
const ADOPTED = `${W}${REUSE} (on the descriptor it was sent)`;
const by = (who: string, ...lines: readonly string[]) => lines.map((line) => who + line);

rendered("a listen in a cluster worker of Node.js", WORKER, NODE, [
  [{}, by(P, MADE, REUSE, AT, "listen(511)")],
  [{ schedulingPolicy: "rr" }, by(P, MADE, REUSE, AT, "listen(511)")],
  [{ schedulingPolicy: "none" }, [...by(P, MADE, REUSE, AT), `${W}listen(511)`]],
  [{}, [...by(P, MADE, AT), `${W}listen(511)`], "win32"],
  [{ schedulingPolicy: "rr" }, by(P, MADE, AT, "listen(511)"), "win32"],
  [{ exclusive: yes }, by(W, MADE, REUSE, AT, "listen(511)")],
  [{ exclusive: "unknown" }, by(P, MADE, REUSE, AT, "listen(511)")],
  [{ reusePort: yes }, by(W, MADE, REUSE, SHARE, AT, "listen(511)")],
  [{ reusePort: yes }, by(P, MADE, REUSE, AT, "listen(511)"), "linux", { name: "node", version: "20.0.0" }],
  [{ fd: known(3), reusePort: yes }, by(P, "listen(511)")],
  [{ path: known("/run/a") }, by(P, "socket(AF_UNIX, SOCK_STREAM)", "bind(/run/a)", "listen(511)")],
  [{ clusterRole: "primary" }, [MADE, REUSE, AT, "listen(511)"]],
]);

rendered("a datagram socket in a cluster worker of Node.js", DATAGRAMS, NODE, [
  [{}, [...by(P, "socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)"), ADOPTED]],
  [
    {},
    [...by(P, "socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)"), `${W}${SHARE} (on the descriptor it was sent)`],
    "darwin",
  ],
  [{}, [], "win32"],
  [{ exclusive: yes }, by(W, "socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)")],
  [{ reusePort: yes }, by(W, "socket(AF_INET, SOCK_DGRAM)", SHARE, "bind(0.0.0.0:5000)")],
  [
    { membership: known("239.1.1.1") },
    [
      ...by(P, "socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)"),
      ADOPTED,
      `${W}setsockopt(IP_ADD_MEMBERSHIP, 239.1.1.1)`,
    ],
  ],
  [{ family: known(4), host: known("::1") }, []],
  [{ family: known(4), ipv6Only: yes }, []],
]);

rendered("a listen in a cluster worker of Bun", WORKER, BUN, [
  [{}, by(P, MADE, REUSE, AT, "listen(512)")],
  [{ schedulingPolicy: "none" }, [...by(P, MADE, REUSE, AT), `${W}listen(511)`]],
  [{ schedulingPolicy: "none", backlog: known(5) }, [...by(P, MADE, REUSE, AT), `${W}listen(5)`]],
  [{ exclusive: yes }, by(W, MADE, REUSE, AT, "listen(512)")],
  [{ reusePort: yes }, by(W, MADE, REUSE, SHARE, REUSE, AT, "listen(512)")],
  [{ api: "bun.listen" }, by(W, MADE, REUSE, AT, "listen(512)")],
  [{ api: "http.Server#listen" }, by(W, MADE, REUSE, SHARE, REUSE, AT, "listen(512)")],
  [{ api: "tls.Server#listen" }, [...by(P, MADE, REUSE, AT), `${W}listen(511)`]],
  [{ api: "http2.Http2SecureServer#listen" }, [...by(P, MADE, REUSE, AT), `${W}listen(511)`]],
  [{ api: "http2.Http2Server#listen" }, by(P, MADE, REUSE, AT, "listen(512)")],
  [{}, [], "darwin"],
  [{ clusterRole: "primary" }, [MADE, REUSE, AT, "listen(512)"]],
]);

rendered("a datagram socket in a cluster worker of Bun", DATAGRAMS, BUN, [
  [{}, [...by(P, "socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)"), ADOPTED]],
  [{ exclusive: yes }, by(W, "socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)")],
  [{ reusePort: yes }, by(W, "socket(AF_INET, SOCK_DGRAM)", SHARE, "bind(0.0.0.0:5000)")],
  [{ api: "bun.udpSocket" }, ["socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)"]],
  [{}, [], "darwin"],
]);

rendered("a listen in a cluster worker of Deno", WORKER, DENO, [
  [{}, by(P, MADE, REUSE, AT, "listen(511)")],
  [{ schedulingPolicy: "none" }, [...by(P, MADE, REUSE, AT), `${W}listen(511)`]],
  [{ schedulingPolicy: "rr" }, by(P, MADE, REUSE, AT, "listen(511)")],
  [{ exclusive: yes }, by(W, MADE, REUSE, AT, "listen(511)")],
  [{ reusePort: yes }, by(W, MADE, REUSE, SHARE, AT, "listen(511)")],
  [{ api: "deno.serve", reusePort: yes }, by(W, MADE, SHARE, REUSE, AT, "listen(511)")],
  [{ path: known("/run/a") }, by(P, "socket(AF_UNIX, SOCK_STREAM)", "bind(/run/a)", "listen(512)")],
  [
    { path: known("/run/a"), schedulingPolicy: "none" },
    [...by(P, "socket(AF_UNIX, SOCK_STREAM)", "bind(/run/a)"), `${W}listen(512)`],
  ],
  [
    { api: "deno.listen", path: known("/run/a") },
    by(W, "socket(AF_UNIX, SOCK_STREAM)", "bind(/run/a)", "listen(1024)"),
  ],
  [{ clusterRole: "primary" }, [MADE, REUSE, AT, "listen(511)"]],
]);

rendered("a datagram socket in a cluster worker of Deno", DATAGRAMS, DENO, [
  [{}, by(W, "socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)")],
  [{ clusterRole: "primary" }, ["socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:5000)"]],
]);

rendered("a connection in a cluster worker", { ...UDP_CONNECT, clusterRole: "worker" }, NODE, [
  [{}, ["socket(AF_INET, SOCK_DGRAM)", "bind(0.0.0.0:0)", "connect(10.0.0.2:53)"]],
]);
