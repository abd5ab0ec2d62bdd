import assert from "node:assert/strict";
import type { Runtime, SocketCall } from "../../src/syscalls/index.ts";
import { callIn } from "../marked-call.ts";
import { BUN, DENO, NODE, known, no, yes } from "./rendered.ts";

const IMPORTS = `import net from "node:net"; import http from "node:http"; import dgram from "node:dgram"; import cluster from "node:cluster"; import fastify from "fastify"; import { NestFactory } from "@nestjs/core"; import { Elysia } from "elysia"; import httpProxy from "http-proxy"; import uWS from "uWebSockets.js";
const server = net.createServer();
`;
type Row = readonly [code: string, expected: SocketCall | null, runtime?: Runtime];

/** The whole of what the last line of a text asks of the runtime. */
function table(title: string, rows: readonly Row[], before = IMPORTS): void {
  describe(title, () => {
    for (const [code, expected, runtime = NODE] of rows)
      it(`${code} ${runtime.name}`, () => assert.deepEqual(callIn(`${before}${code} // ⇐\n`, runtime), expected));
  });
}

const listen = (api: string, more: Partial<SocketCall> = { port: known(3000) }): SocketCall => ({
  api,
  op: "listen",
  transport: "tcp",
  ...more,
});
const NET = "net.Server#listen";
const bind = (more: Partial<SocketCall>): SocketCall => ({
  api: "dgram.Socket#bind",
  op: "bind",
  transport: "udp",
  port: known(5000),
  family: known(4),
  ...more,
});
const connect = (more: Partial<SocketCall>): SocketCall => ({
  api: "net.connect",
  op: "connect",
  transport: "tcp",
  host: known("10.0.0.2"),
  port: known(80),
  ...more,
});

table("the call in which a listen ends", [
  ["server.listen(3000);", listen(NET)],
  ["server.listen(3000);", listen(NET), BUN],
  ["http.createServer().listen(3000);", listen("http.Server#listen")],
  ["Bun.serve({ port: 3000, fetch: f });", listen("bun.serve"), BUN],
  ["new Elysia().listen(3000);", listen("bun.serve", { port: known(3000), reusePort: yes }), BUN],
  [
    "new Elysia().listen({ port: 3000, reusePort: false });",
    listen("bun.serve", { port: known(3000), reusePort: no }),
    BUN,
  ],
  ["uWS.App().listen(3000, f);", null],
  ["new net.BoundSocket({ port: 3000 });", { ...listen("net.BoundSocket"), op: "bind" }],
  ["net.createServer();", null],
  ["server.listen({ handle });", null],
  ["server.listen(new net.BoundSocket({ port: 3000 }));", { ...listen("net.BoundSocket"), op: "bind" }],
]);

const role = "if (cluster.isPrimary) cluster.fork();\nelse ";
table("who makes a call in a cluster", [
  [`${role}server.listen(3000);`, listen(NET, { port: known(3000), clusterRole: "worker" })],
  ["if (cluster.isPrimary) server.listen(3000);", listen(NET, { port: known(3000), clusterRole: "primary" })],
  [`${role}dgram.createSocket("udp4").bind(5000);`, bind({ clusterRole: "worker" })],
  [
    `${role}{\nconst s = dgram.createSocket("udp4");\ns.send("a", 1); }`,
    { api: "dgram.Socket#send", op: "bind", transport: "udp", family: known(4), clusterRole: "worker" },
  ],
]);

table("the host as the kernel is given it", [
  ["server.listen(3000, '127.1');", listen(NET, { port: known(3000), host: known("127.0.0.1") })],
  ["server.listen(3000, 'FD00::1');", listen(NET, { port: known(3000), host: known("fd00::1") })],
  ["server.listen(3000, 'Example.org');", listen(NET, { port: known(3000), host: known("Example.org") })],
  ["server.listen(3000, '[::1]');", listen(NET, { port: known(3000), host: "unknown" })],
  ["server.listen(3000, '*');", listen(NET, { port: known(3000), host: "unknown" })],
  ["server.listen(3000, '*');", listen(NET, { port: known(3000), host: known("::") }), BUN],
  ["server.listen(3000, '[::1]');", listen(NET, { port: known(3000), host: "unknown" }), BUN],
  [
    "http.createServer().listen(3000, '[::1]');",
    listen("http.Server#listen", { port: known(3000), host: known("::1") }),
    BUN,
  ],
  ["server.listen(3000, 'a b');", listen(NET, { port: known(3000), host: "unknown" })],
  [
    "new net.BoundSocket({ port: 3000, host: '127.1' });",
    { ...listen("net.BoundSocket", { port: known(3000), host: known("127.1") }), op: "bind" },
  ],
  ["dgram.createSocket('udp4').bind(5000, '127.1');", bind({ host: known("127.0.0.1") })],
  [
    "http.createServer().listen({ path: '/run/a', host: '::1' });",
    listen("http.Server#listen", { path: known("/run/a"), host: known("::1") }),
    BUN,
  ],
  [
    "http.createServer().listen({ path: '/run/a', host: '::1' });",
    listen("http.Server#listen", { path: known("/run/a") }),
  ],
]);

const NEST = "const app = await NestFactory.create(M);\n";
const FASTIFY = 'import "@nestjs/platform-fastify";\n';
const VITE = 'import { createServer } from "vite";\n';
table("a host by default", [
  [`${NEST}app.listen(3000);`, listen("http.Server#listen")],
  [`${FASTIFY}${NEST}app.listen(3000);`, listen("http.Server#listen", { port: known(3000), host: known("127.0.0.1") })],
  [
    `${FASTIFY}${NEST}app.listen(3000, '10.0.0.1');`,
    listen("http.Server#listen", { port: known(3000), host: known("10.0.0.1") }),
  ],
  [`${FASTIFY}server.listen(3000);`, listen(NET)],
  [
    `${VITE}const dev = await createServer();\ndev.listen(5173);`,
    listen("http.Server#listen", { port: known(5173), host: known("localhost") }),
  ],
  [
    `${VITE}const dev = await createServer({ server: { port: 1 } });\ndev.listen(5173);`,
    listen("http.Server#listen", { port: known(5173), host: known("localhost") }),
  ],
  [
    `${VITE}const dev = await createServer({ server: { host: "10.0.0.1" } });\ndev.listen(5173);`,
    listen("http.Server#listen", { port: known(5173), host: "unknown" }),
  ],
]);

table("a flag that has to be a boolean, and one that does not", [
  ["server.listen({ port: 3000, ipv6Only: 1 });", listen(NET, { port: known(3000), ipv6Only: no })],
  ["server.listen({ port: 3000, exclusive: 1 });", listen(NET, { port: known(3000), exclusive: yes })],
  ["dgram.createSocket({ type: 'udp6', ipv6Only: 1 }).bind(5000);", bind({ family: known(6), ipv6Only: yes })],
  ["dgram.createSocket({ type: 'udp4', reuseAddr: 1 }).bind(5000);", bind({ reuseAddr: yes })],
  ["dgram.createSocket({ type: 'udp4', reuseAddr: 0 }).bind(5000);", bind({ reuseAddr: no })],
  ["dgram.createSocket({ type: 'udp4', reuseAddr: 1 }).bind(5000);", bind({ reuseAddr: yes }), DENO],
  [
    "Deno.listenDatagram({ transport: 'udp', port: 5000, reuseAddress: 1 });",
    { api: "deno.listenDatagram", op: "bind", transport: "udp", port: known(5000), reuseAddr: no },
    DENO,
  ],
  [
    "Deno.listenDatagram({ transport: 'udp', port: 5000, reuseAddress: true });",
    { api: "deno.listenDatagram", op: "bind", transport: "udp", port: known(5000), reuseAddr: yes },
    DENO,
  ],
]);

const PEER = (peer: SocketCall["peer"]): SocketCall => ({
  api: "bun.udpSocket",
  op: "bind",
  transport: "udp",
  port: known(5000),
  ...(peer && { peer }),
});
table("where a Bun.udpSocket() connects to", [
  ["Bun.udpSocket({ port: 5000 });", PEER(undefined), BUN],
  [
    "Bun.udpSocket({ port: 5000, connect: { hostname: '10.0.0.2', port: 53 } });",
    PEER({ host: known("10.0.0.2"), port: known(53) }),
    BUN,
  ],
  [
    "Bun.udpSocket({ port: 5000, connect: { hostname: '127.1', port: '53' } });",
    PEER({ host: known("127.0.0.1"), port: known(53) }),
    BUN,
  ],
  [
    "Bun.udpSocket({ port: 5000, connect: { hostname: 'a.test', port } });",
    PEER({ host: known("a.test"), port: "unknown" }),
    BUN,
  ],
  ["Bun.udpSocket({ port: 5000, connect: { hostname } });", PEER({ host: "unknown", port: "unknown" }), BUN],
  ["Bun.udpSocket({ port: 5000, connect });", PEER({ host: "unknown", port: "unknown" }), BUN],
]);

const LOCAL: SocketCall = { api: "net.connect", op: "connect", transport: "tcp" };
table("options that may reach the socket", [
  [
    "http.createServer().listen(options);",
    listen("http.Server#listen", {
      port: "unknown",
      host: "unknown",
      backlog: "unknown",
      exclusive: "unknown",
      ipv6Only: "unknown",
    }),
    BUN,
  ],
  ["net.connect({ path: '/run/a', localAddress: '10.0.0.1' });", { ...LOCAL, path: known("/run/a") }],
  [
    "server.listen({ ...rest, port: 3000 });",
    listen(NET, {
      port: known(3000),
      host: "unknown",
      backlog: "unknown",
      exclusive: "unknown",
      ipv6Only: "unknown",
      reusePort: "unknown",
    }),
  ],
  ["httpProxy.createProxyServer()\n.listen(3000);", listen("http.Server#listen")],
  [
    "const s = dgram.createSocket({ type: 'udp4', reusePort: true });\ns.send('a', 1);",
    { api: "dgram.Socket#send", op: "bind", transport: "udp", family: known(4), reusePort: yes },
  ],
  [
    "const s = dgram.createSocket({ type: 'udp6', ipv6Only: true });\ns.addMembership('ff02::1');",
    {
      api: "dgram.Socket#addMembership",
      op: "bind",
      transport: "udp",
      family: known(6),
      ipv6Only: yes,
      membership: known("ff02::1"),
    },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connect(53, '10.0.0.2');",
    {
      api: "dgram.Socket#connect",
      op: "connect",
      transport: "udp",
      family: known(4),
      port: known(53),
      host: known("10.0.0.2"),
    },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connect(...at);",
    {
      api: "dgram.Socket#connect",
      op: "connect",
      transport: "udp",
      family: known(4),
      port: "unknown",
      host: known("localhost"),
    },
  ],
]);

table("where a connection goes, as the kernel is given it", [
  ["net.connect(80, '127.1');", connect({ host: known("127.0.0.1") })],
  ["net.connect(80, 'Example.org');", connect({ host: known("Example.org") })],
  ["net.connect(80, '[::1]');", connect({ host: "unknown" })],
  ["net.connect(80, '*');", connect({ host: "unknown" })],
  ["net.connect(80, '');", connect({ host: "unknown" })],
  [
    "net.connect({ host: '10.0.0.2', port: 80, localAddress: 'FD00::1' });",
    connect({ localAddress: known("fd00::1") }),
  ],
  ["net.connect({ host: '10.0.0.2', port: 80, localAddress: 'eth0' });", connect({ localAddress: known("eth0") })],
  ["net.connect({ host: '10.0.0.2', port: 80, localAddress: '127.1' });", connect({ localAddress: known("127.1") })],
  ["net.connect(unixSocketPath);", { api: "net.connect", op: "connect", transport: "tcp", path: "unknown" }],
  ["net.connect(websocketPort);", connect({ host: known("localhost"), port: "unknown" })],
  ["net.connect(pathology);", connect({ host: known("localhost"), port: "unknown" })],
  ["net.connect(`/run/${name}`);", { api: "net.connect", op: "connect", transport: "tcp", path: "unknown" }],
]);
