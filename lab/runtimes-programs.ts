/**
 * Programs to trace: each makes the one call that its `call` describes, on loopback or the
 * wildcard address of a namespace of its own, and ends by itself.
 */
import type { SocketCall } from "../rules/src/syscalls/index.ts";
import type { RuntimeName } from "./runtimes-cache.ts";

export interface RuntimeProgram {
  id: string;
  source: string;
  call: SocketCall;
  runtimes: readonly RuntimeName[];
}

const nodes = ["node-20", "node-22", "node-24", "node-26"] as const;
const all = [...nodes, "bun", "deno"] as const;

const loopback = { known: "127.0.0.1" };
const three = { known: 3000 };
const yes = { known: true };

type Options = Omit<SocketCall, "api" | "op" | "transport">;

/** The options of a call as source text, under the names that the API gives them. */
function literal(options: Options, spelled: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries(options)
    .filter(([name]) => name !== "clusterRole" && name !== "schedulingPolicy")
    .map(([name, value]) => `${spelled[name] ?? name}: ${JSON.stringify((value as { known: unknown }).known)}`);
  return `{ ${entries.join(", ")} }`;
}

/** Each kind of server, with its module, the expression that makes one, and the id of its listen(). */
const servers = [
  ["net", "createServer()", "net.Server#listen"],
  ["tls", "createServer({})", "tls.Server#listen"],
  ["http", "createServer()", "http.Server#listen"],
  ["https", "createServer({})", "https.Server#listen"],
  ["http2", "createServer()", "http2.Http2Server#listen"],
  ["http2", "createSecureServer({})", "http2.Http2SecureServer#listen"],
] as const;

function listening(id: string, [module, create, api]: (typeof servers)[number], options: Options): RuntimeProgram {
  const source = `import m from "node:${module}";
const server = m.${create};
server.listen(${literal(options)}, () => server.close());`;
  return { id, source, call: { api, op: "listen", transport: "tcp", ...options }, runtimes: all };
}

const tcpListens = [
  ...servers.map((server) => listening(`${server[2]} on a port`, server, { port: three })),
  ...servers.map((server) =>
    listening(`${server[2]} with reusePort`, server, { port: three, host: loopback, reusePort: yes }),
  ),
  listening("listen on port 0", servers[0], { port: { known: 0 } }),
  listening("listen on ::1", servers[0], { port: three, host: { known: "::1" } }),
  listening("listen on ::1 with ipv6Only", servers[0], { port: three, host: { known: "::1" }, ipv6Only: yes }),
  listening("listen on 127.0.0.1 with ipv6Only", servers[0], { port: three, host: loopback, ipv6Only: yes }),
  listening("listen with ipv6Only and no host", servers[0], { port: three, ipv6Only: yes }),
  listening("listen with reusePort and no host", servers[0], { port: three, reusePort: yes }),
  listening("listen with reusePort: false", servers[0], { port: three, reusePort: { known: false } }),
  listening("listen with reusePort and exclusive", servers[0], { port: three, reusePort: yes, exclusive: yes }),
  listening("listen with exclusive", servers[0], { port: three, exclusive: yes }),
  listening("listen with a backlog", servers[0], { port: three, backlog: { known: 7 } }),
];

const localListens: RuntimeProgram[] = [
  {
    ...listening("listen on a path", servers[0], { path: { known: "./server.sock" }, reusePort: yes }),
    runtimes: [...nodes, "bun"],
  },
  {
    id: "listen on an inherited descriptor",
    // The program is its own parent: the child is started with the listening socket as descriptor 3.
    source: `import net from "node:net"; import { spawn } from "node:child_process"; import { fileURLToPath } from "node:url";
if (process.argv[2] === "child") {
  const server = net.createServer().listen({ fd: 3, port: 4001, reusePort: true }, () => server.close());
} else {
  const server = net.createServer().listen(4000, "127.0.0.1", () => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), "child"], { stdio: [0, 1, 2, server._handle.fd] });
    child.on("exit", (code) => { process.exitCode = code; server.close(); });
  });
}`,
    call: {
      api: "net.Server#listen",
      op: "listen",
      transport: "tcp",
      fd: { known: 3 },
      port: { known: 4001 },
      reusePort: yes,
    },
    runtimes: nodes,
  },
  {
    id: "net.BoundSocket with reusePort",
    source: `import net from "node:net";
if (net.BoundSocket) new net.BoundSocket({ port: 3000, host: "127.0.0.1", reusePort: true }).close?.();
process.exit();`,
    call: { api: "net.BoundSocket", op: "bind", transport: "tcp", port: three, host: loopback, reusePort: yes },
    runtimes: nodes,
  },
  {
    id: "net.BoundSocket without a host",
    source: `import net from "node:net";
if (net.BoundSocket) new net.BoundSocket({ port: 3000 }).close?.();
process.exit();`,
    call: { api: "net.BoundSocket", op: "bind", transport: "tcp", port: three },
    runtimes: nodes,
  },
];

/** A server to connect to, that closes what it accepts, and the connection under test. */
function connecting(
  id: string,
  api: string,
  make: (options: string) => string,
  options: Options,
  host = "127.0.0.1",
): RuntimeProgram {
  const target: Options = { host: { known: host }, port: { known: 4000 } };
  const source = `import net from "node:net"; import tls from "node:tls"; import http from "node:http"; import https from "node:https"; import http2 from "node:http2";
const end = () => setTimeout(() => process.exit(), 50);
net.createServer((socket) => socket.on("error", () => {}).destroy()).listen(4000, ${JSON.stringify(host)}, () => {
  ${make(literal({ ...target, ...options }))}.on("error", end).on("close", end);
});`;
  return { id, source, call: { api, op: "connect", transport: "tcp", ...target, ...options }, runtimes: all };
}

const net = (options: string) => `net.connect(${options})`;
const from9 = { localAddress: { known: "127.0.0.9" } };

const tcpConnects = [
  connecting("connect", "net.connect", net, {}),
  connecting("connect with localAddress", "net.connect", net, from9),
  connecting("connect with a wildcard localAddress", "net.connect", net, { localAddress: { known: "0.0.0.0" } }),
  connecting("connect with localPort", "net.connect", net, { localPort: { known: 5000 } }),
  connecting("connect with localPort 0", "net.connect", net, { localPort: { known: 0 } }),
  connecting("connect with both", "net.connect", net, { ...from9, localPort: { known: 5000 } }),
  connecting("connect over IPv6 with localAddress", "net.connect", net, { localAddress: { known: "::1" } }, "::1"),
  connecting("connect over IPv6 with localPort", "net.connect", net, { localPort: { known: 5000 } }, "::1"),
  connecting(
    "net.createConnection with localAddress",
    "net.createConnection",
    (o) => `net.createConnection(${o})`,
    from9,
  ),
  connecting(
    "net.Socket#connect with localAddress",
    "net.Socket#connect",
    (o) => `new net.Socket().connect(${o})`,
    from9,
  ),
  connecting("tls.connect with localAddress", "tls.connect", (o) => `tls.connect(${o})`, from9),
  connecting("http.get with localAddress", "http.get", (o) => `http.get(${o})`, from9),
  connecting("http.request with localAddress", "http.request", (o) => `http.request(${o}).end()`, from9),
  connecting(
    "http.Agent with localAddress",
    "http.Agent",
    (o) => `http.get({ host: "127.0.0.1", port: 4000, agent: new http.Agent(${o}) })`,
    from9,
  ),
  connecting(
    "http.Agent#createConnection with localAddress",
    "http.Agent#createConnection",
    (o) => `new http.Agent().createConnection(${o})`,
    from9,
  ),
  connecting("https.request with localAddress", "https.request", (o) => `https.request(${o}).end()`, from9),
  connecting("https.get with localAddress", "https.get", (o) => `https.get(${o})`, from9),
  connecting(
    "https.Agent with localAddress",
    "https.Agent",
    (o) => `https.get({ host: "127.0.0.1", port: 4000, agent: new https.Agent(${o}) })`,
    from9,
  ),
  connecting(
    "http2.connect with localAddress",
    "http2.connect",
    (o) => `http2.connect("http://127.0.0.1:4000", ${o})`,
    from9,
  ),
];

function datagrams(
  id: string,
  method: string,
  socket: string,
  does: string,
  call: Partial<SocketCall>,
  runtimes: readonly RuntimeName[] = all,
): RuntimeProgram {
  const source = `import dgram from "node:dgram";
const socket = dgram.createSocket(${socket});
const end = () => socket.close();
${does}`;
  return { id, source, call: { api: `dgram.Socket#${method}`, op: "bind", transport: "udp", ...call }, runtimes };
}

const bindLocal = `socket.bind(3000, "127.0.0.1", end);`;
const group = { known: "224.0.0.114" };

const udp = [
  datagrams("udp bind", "bind", `"udp4"`, "socket.bind(3000, end);", { port: three }),
  datagrams("udp6 bind", "bind", `"udp6"`, "socket.bind(3000, end);", { port: three, family: { known: 6 } }),
  datagrams("udp6 bind with ipv6Only", "bind", `{ type: "udp6", ipv6Only: true }`, "socket.bind(3000, end);", {
    port: three,
    family: { known: 6 },
    ipv6Only: yes,
  }),
  datagrams("udp bind with reuseAddr", "bind", `{ type: "udp4", reuseAddr: true }`, bindLocal, {
    port: three,
    host: loopback,
    reuseAddr: yes,
  }),
  datagrams("udp bind with reusePort", "bind", `{ type: "udp4", reusePort: true }`, bindLocal, {
    port: three,
    host: loopback,
    reusePort: yes,
  }),
  datagrams("udp bind with both", "bind", `{ type: "udp4", reuseAddr: true, reusePort: true }`, bindLocal, {
    port: three,
    host: loopback,
    reuseAddr: yes,
    reusePort: yes,
  }),
  datagrams(
    "udp multicast receiver",
    "bind",
    `{ type: "udp4", reuseAddr: true }`,
    `socket.bind(3000, () => { socket.addMembership("224.0.0.114", "127.0.0.1"); end(); });`,
    { port: three, reuseAddr: yes, membership: group },
  ),
  datagrams(
    "udp6 multicast receiver",
    "bind",
    `{ type: "udp6", reuseAddr: true }`,
    `socket.bind(3000, () => { socket.addMembership("ff02::114", "::%lo"); end(); });`,
    { port: three, family: { known: 6 }, reuseAddr: yes, membership: { known: "ff02::114" } },
  ),
  datagrams(
    "udp membership of an unbound socket",
    "addMembership",
    `"udp4"`,
    `socket.addMembership("224.0.0.114", "127.0.0.1"); end();`,
    { membership: group },
    nodes,
  ),
  datagrams("udp connect", "connect", `"udp4"`, `socket.connect(4000, "127.0.0.1", end);`, {
    op: "connect",
    host: loopback,
    port: { known: 4000 },
  }),
  datagrams("udp send", "send", `"udp4"`, `socket.send("x", 4000, "127.0.0.1", end);`, {}),
];

/** One worker and its primary; the worker makes the call. */
function clustered(
  id: string,
  act: string,
  call: SocketCall,
  before = "",
  runtimes: readonly RuntimeName[] = all,
): RuntimeProgram {
  const source = `import cluster from "node:cluster"; import net from "node:net"; import dgram from "node:dgram";
${before}
const end = () => process.exit();
if (cluster.isPrimary) cluster.fork().on("exit", end);
else ${act}`;
  return { id, source, call: { ...call, clusterRole: "worker" }, runtimes };
}

const listen: SocketCall = { api: "net.Server#listen", op: "listen", transport: "tcp", port: three };
const bind: SocketCall = { api: "dgram.Socket#bind", op: "bind", transport: "udp", port: three };

const clusters = [
  clustered("cluster listen", "net.createServer().listen(3000, end);", listen),
  clustered("cluster listen on a host", `net.createServer().listen(3000, "127.0.0.1", end);`, {
    ...listen,
    host: loopback,
  }),
  clustered(
    "cluster listen, shared handle",
    "net.createServer().listen(3000, end);",
    { ...listen, schedulingPolicy: "none" },
    "cluster.schedulingPolicy = cluster.SCHED_NONE;",
  ),
  clustered("cluster listen with exclusive", "net.createServer().listen({ port: 3000, exclusive: true }, end);", {
    ...listen,
    exclusive: yes,
  }),
  clustered("cluster listen with reusePort", "net.createServer().listen({ port: 3000, reusePort: true }, end);", {
    ...listen,
    reusePort: yes,
  }),
  clustered("cluster udp bind", `dgram.createSocket("udp4").bind(3000, end);`, bind),
  clustered(
    "cluster udp bind with exclusive",
    `dgram.createSocket("udp4").bind({ port: 3000, exclusive: true }, end);`,
    { ...bind, exclusive: yes },
  ),
  clustered(
    "cluster udp bind with reusePort",
    `dgram.createSocket({ type: "udp4", reusePort: true }).bind(3000, end);`,
    { ...bind, reusePort: yes },
  ),
];

const threads: RuntimeProgram[] = [{}, { reusePort: yes }].map((options: Options) => ({
  id: `worker_threads listen${options.reusePort ? " with reusePort" : ""}`,
  source: `import { Worker } from "node:worker_threads";
new Worker(\`const server = require("node:net").createServer();
server.listen(${literal({ port: three, host: loopback, ...options })}, () => server.close());\`, { eval: true });`,
  call: { ...listen, host: loopback, ...options },
  runtimes: all,
}));

const named = { host: "hostname" };

function bun(
  id: string,
  method: string,
  source: (options: string) => string,
  call: Pick<SocketCall, "op" | "transport">,
  options: Options,
): RuntimeProgram {
  return {
    id,
    source: source(literal(options, named)),
    call: { api: `bun.${method}`, ...call, ...options },
    runtimes: ["bun"],
  };
}

const bunServe = (options: string) => `Bun.serve({ ...${options}, fetch: () => new Response("") }).stop(true);`;
const bunListen = (options: string) =>
  `Bun.listen({ hostname: "::", ...${options}, socket: { data() {} } }).stop(true);`;
const bunUdp = (options: string) => `(await Bun.udpSocket(${options})).close();`;
const bunConnect = (
  options: string,
) => `const server = Bun.listen({ hostname: "127.0.0.1", port: 4000, socket: { data() {} } });
(await Bun.connect({ ...${options}, socket: { data() {} } })).end();
server.stop(true);`;
const tcpListen = { op: "listen", transport: "tcp" } as const;
const tcpConnect = { op: "connect", transport: "tcp" } as const;
const udpBind = { op: "bind", transport: "udp" } as const;
const remote: Options = { host: loopback, port: { known: 4000 } };

const bunPrograms = [
  bun("Bun.serve", "serve", bunServe, tcpListen, { port: three }),
  bun("Bun.serve with reusePort", "serve", bunServe, tcpListen, { port: three, host: loopback, reusePort: yes }),
  bun("Bun.serve with ipv6Only", "serve", bunServe, tcpListen, { port: three, host: { known: "::" }, ipv6Only: yes }),
  bun("Bun.listen", "listen", bunListen, tcpListen, { port: three, host: loopback }),
  bun("Bun.listen with reusePort", "listen", bunListen, tcpListen, { port: three, host: loopback, reusePort: yes }),
  bun("Bun.listen with reusePort and exclusive", "listen", bunListen, tcpListen, {
    port: three,
    host: loopback,
    reusePort: yes,
    exclusive: yes,
  }),
  bun("Bun.udpSocket", "udpSocket", bunUdp, udpBind, { port: three }),
  bun("Bun.udpSocket on a host", "udpSocket", bunUdp, udpBind, { port: three, host: loopback }),
  bun(
    "Bun.udpSocket, connected",
    "udpSocket",
    (o) => bunUdp(`{ connect: ${o} }`),
    { op: "connect", transport: "udp" },
    remote,
  ),
  bun("Bun.connect", "connect", bunConnect, tcpConnect, remote),
  bun("Bun.connect with localAddress", "connect", bunConnect, tcpConnect, { ...remote, ...from9 }),
];

function deno(
  id: string,
  method: string,
  source: (options: string) => string,
  call: Pick<SocketCall, "op" | "transport">,
  options: Options,
): RuntimeProgram {
  return {
    id,
    source: source(literal(options, { ...named, reuseAddr: "reuseAddress", backlog: "tcpBacklog" })),
    call: { api: `deno.${method}`, ...call, ...options },
    runtimes: ["deno"],
  };
}

const denoListen = (options: string) => `Deno.listen(${options}).close();`;
// Unlike Node, Deno wants a certificate before it listens.
const denoListenTls = (options: string) => `import { execFileSync } from "node:child_process";
const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "-"];
const pem = execFileSync("openssl", ["req", ...key, "-x509", "-subj", "/CN=lab", "-days", "2"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const [, cert] = /(-----BEGIN CERTIFICATE[^]*)/.exec(pem);
Deno.listenTls({ ...${options}, key: pem.replace(cert, ""), cert }).close();`;
const denoServe = (options: string) =>
  `await Deno.serve({ ...${options}, onListen() {} }, () => new Response("")).shutdown();`;
const denoUdp = (options: string) => `Deno.listenDatagram({ transport: "udp", ...${options} }).close();`;

const denoPrograms = [
  deno("Deno.listen", "listen", denoListen, tcpListen, { port: three }),
  deno("Deno.listen on ::", "listen", denoListen, tcpListen, { port: three, host: { known: "::" } }),
  deno("Deno.listen with a backlog", "listen", denoListen, tcpListen, {
    port: three,
    host: loopback,
    backlog: { known: 7 },
  }),
  deno("Deno.listen with reusePort", "listen", denoListen, tcpListen, { port: three, host: loopback, reusePort: yes }),
  deno("Deno.listenTls with reusePort", "listenTls", denoListenTls, tcpListen, {
    port: three,
    host: loopback,
    reusePort: yes,
  }),
  deno("Deno.serve", "serve", denoServe, tcpListen, { port: three }),
  deno("Deno.serve with reusePort", "serve", denoServe, tcpListen, { port: three, host: loopback, reusePort: yes }),
  deno("Deno.listenDatagram", "listenDatagram", denoUdp, udpBind, { port: three, host: loopback }),
  deno("Deno.listenDatagram with reuseAddress", "listenDatagram", denoUdp, udpBind, {
    port: three,
    host: loopback,
    reuseAddr: yes,
  }),
  deno(
    "Deno.connect",
    "connect",
    (o) => `const server = Deno.listen({ hostname: "127.0.0.1", port: 4000 });
(await Deno.connect(${o})).close();
server.close();`,
    tcpConnect,
    remote,
  ),
  deno(
    "Deno.createHttpClient with localAddress",
    "createHttpClient",
    () => `const server = Deno.listen({ hostname: "127.0.0.1", port: 4000 });
const client = Deno.createHttpClient({ localAddress: "127.0.0.9" });
fetch("http://127.0.0.1:4000", { client }).catch(() => {});
(await server.accept()).close();
setTimeout(() => Deno.exit(), 50);`,
    tcpConnect,
    { ...remote, ...from9 },
  ),
];

/** Where Bun does in a cluster worker what Node.js does: for http and https each worker binds by itself there. */
const likeNode = (api: string, options: Options) =>
  api === "net.Server#listen" ||
  api === "http2.Http2Server#listen" ||
  (/^(?:tls|http2)\./.test(api) && (options.exclusive ?? options.reusePort) !== undefined);

function clusterServer(name: string, [module, create, api]: (typeof servers)[number], more: Options): RuntimeProgram {
  const options = { port: three, host: loopback, ...more };
  return clustered(
    `cluster ${api} ${name}`,
    `m.${create}.listen(${literal(options)}, end);`,
    { api, op: "listen", transport: "tcp", ...options },
    `import m from "node:${module}";`,
    likeNode(api, more) ? all : [...nodes, "deno"],
  );
}

/** Each kind of server in a cluster worker, with the options that decide who binds. */
const clusterServers = servers.flatMap((server) => [
  clusterServer("on a port", server, {}),
  clusterServer("with exclusive", server, { exclusive: yes }),
  clusterServer("with reusePort", server, { reusePort: yes }),
  clusterServer("on port 0", server, { port: { known: 0 } }),
]);

const byName: Options = { host: { known: "localhost" } };

/** A host name that has addresses of both families. */
const names = [
  ...servers.map((server) => listening(`${server[2]} on localhost`, server, { port: three, ...byName })),
  bun("Bun.serve on localhost", "serve", bunServe, tcpListen, { port: three, ...byName }),
  deno("Deno.serve on localhost", "serve", denoServe, tcpListen, { port: three, ...byName }),
  { ...connecting("connect to localhost", "net.connect", net, byName), runtimes: ["deno"] as const },
  {
    ...connecting("connect to localhost with localAddress", "net.connect", net, { ...byName, ...from9 }),
    runtimes: ["deno"] as const,
  },
];

const newer = ["node-24", "node-26"] as const;
const bindSync = `socket.bindSync({ port: 3000, address: "127.0.0.1" }); end();`;
const synchronous = [
  datagrams("udp bindSync", "bindSync", `"udp4"`, bindSync, { port: three, host: loopback }, newer),
  datagrams(
    "udp bindSync with reuseAddr",
    "bindSync",
    `{ type: "udp4", reuseAddr: true }`,
    bindSync,
    { port: three, host: loopback, reuseAddr: yes },
    newer,
  ),
  datagrams(
    "udp connectSync",
    "connectSync",
    `"udp4"`,
    `socket.connectSync(4000, "127.0.0.1"); end();`,
    { op: "connect", host: loopback, port: { known: 4000 } },
    newer,
  ),
];

export const runtimePrograms: readonly RuntimeProgram[] = [
  ...tcpListens,
  ...localListens,
  ...tcpConnects,
  ...udp,
  ...clusters,
  ...threads,
  ...bunPrograms,
  ...denoPrograms,
  ...clusterServers,
  ...names,
  ...synchronous,
];
