import assert from "node:assert/strict";
import type { Runtime, SocketCall } from "../src/syscalls/index.ts";
import { taken } from "../src/syscalls/index.ts";
import { callIn } from "./marked-call.ts";

const IMPORTS = `import net from "node:net"; import tls from "node:tls"; import http from "node:http"; import https from "node:https"; import dgram from "node:dgram";
const server = net.createServer();
`;
const NODE: Runtime = { name: "node" };
type Row = readonly [code: string, expected: object | null, runtime?: Runtime];

/** What a call asks of the runtime: of the line that ends in the mark, without the API and the transport. */
function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [code, expected, runtime = NODE] of rows)
      it(`${code} ${runtime.name}`, () => {
        const call = callIn(`${IMPORTS}${code} // ⇐\n`, runtime);
        const { api: _, transport: __, op: ___, ...said } = call ?? ({} as SocketCall);
        assert.deepEqual(call && said, expected);
      });
  });
}

const known = <T>(value: T) => ({ known: value });
const BUN: Runtime = { name: "bun" };
const DENO: Runtime = { name: "deno" };

table("what a listen asks for", [
  ["server.listen(3000);", { port: known(3000) }],
  ["server.listen('3000');", { port: known(3000) }],
  ["server.listen(port);", { port: "unknown" }],
  ["server.listen(0);", {}],
  ["server.listen();", {}],
  ["server.listen('/run/a');", { path: known("/run/a") }],
  ["server.listen({ path });", { path: "unknown" }],
  ["server.listen({ path: '/run/a', host: '::', backlog: 5 });", { path: known("/run/a"), backlog: known(5) }],
  ["server.listen({ fd: 3 });", { fd: known(3) }],
  ["server.listen({ fd });", { fd: "unknown" }],
  ["server.listen({ fd: 3, host: '::' });", { fd: known(3) }],
  ["server.listen(3000, '::');", { port: known(3000), host: known("::") }],
  ["server.listen(3000, host);", { port: known(3000), host: "unknown" }],
  ["server.listen(3000, '');", { port: known(3000) }],
  ["server.listen(3000, cb);", { port: known(3000) }],
  ["server.listen(3000, onListening);", { port: known(3000) }],
  ["server.listen(3000, readyListener);", { port: known(3000) }],
  ["function up() {} server.listen(3000, up);", { port: known(3000) }],
  ["new Promise((go) => server.listen(3000, go));", { port: known(3000) }],
  ["new Task((go) => server.listen(3000, go));", { port: known(3000), host: "unknown" }],
  ["server.listen(3000, 5);", { port: known(3000), backlog: known(5) }],
  ["server.listen(3000, '::', 5);", { port: known(3000), host: known("::"), backlog: known(5) }],
  ["server.listen(3000, '::', backlog);", { port: known(3000), host: known("::") }],
  ["server.listen(3000, 0);", { port: known(3000) }],
  ["server.listen({ port: 3000, backlog: 5 });", { port: known(3000), backlog: known(5) }],
  ["server.listen({ port: 3000, backlog: 0 });", { port: known(3000) }],
  ["server.listen({ port: 3000, backlog: '5' });", { port: known(3000), backlog: "unknown" }],
  ["server.listen({ port: 3000, backlog });", { port: known(3000), backlog: "unknown" }],
  ["server.listen({ port: 3000, exclusive: true });", { port: known(3000), exclusive: known(true) }],
  ["server.listen({ port: 3000, exclusive: 0 });", { port: known(3000), exclusive: known(false) }],
  ["server.listen({ port: 3000, exclusive });", { port: known(3000), exclusive: "unknown" }],
  ["server.listen({ port: 3000, ...(x && { exclusive: true }) });", { port: known(3000), exclusive: "unknown" }],
  ["server.listen({ port: 3000, ipv6Only: true });", { port: known(3000), ipv6Only: known(true) }],
  ["server.listen({ port: 3000, reusePort: true });", { port: known(3000), reusePort: known(true) }],
  ["server.listen({ port: 3000, reusePort: false });", { port: known(3000), reusePort: known(false) }],
  ["server.listen({ port: 3000, reusePort });", { port: known(3000), reusePort: "unknown" }],
  [
    "server.listen({ port: 3000, reusePort: process.platform === 'linux' });",
    { port: known(3000), reusePort: known(true) },
  ],
  [
    "server.listen({ port: 3000, reusePort: process.platform === 'win32' });",
    { port: known(3000), reusePort: known(false) },
  ],
  ["server.listen({ port: 3000, reusePort: 'yes' });", { port: known(3000) }],
  ["server.listen(3000, { reusePort: true });", { port: known(3000), host: "unknown" }],
  [
    "server.listen(options);",
    {
      port: "unknown",
      host: "unknown",
      backlog: "unknown",
      exclusive: "unknown",
      ipv6Only: "unknown",
      reusePort: "unknown",
    },
  ],
  ["http.createServer();", null],
]);
table("what a runtime makes of text for a port", [
  ["http.createServer().listen('');", { port: known(3000) }, BUN],
  ["http.createServer().listen(' ');", {}, BUN],
  ["http.createServer().listen(null);", { port: known(3000) }, BUN],
  ["http.createServer().listen(undefined);", {}, BUN],
  ["http.createServer().listen(null);", {}],
  ["server.listen('');", {}, BUN],
  ["server.listen(null);", {}, BUN],
  ["http.createServer().listen('80.5');", { port: known(80) }, BUN],
  ["http.createServer().listen('0.5');", {}, BUN],
  ["dgram.createSocket('udp4').bind('');", { family: known(4) }],
  ["dgram.createSocket('udp4').bind('5000');", { port: known(5000), family: known(4) }],
]);
table("what a datagram socket asks for", [
  ["dgram.createSocket('udp4').bind(5000);", { port: known(5000), family: known(4) }],
  ["dgram.createSocket('udp6').bind(5000);", { port: known(5000), family: known(6) }],
  ["dgram.createSocket(type).bind(5000);", { port: known(5000), family: "unknown" }],
  ["dgram.createSocket({ type: 'udp6' }).bind(5000);", { port: known(5000), family: known(6) }],
  ["dgram.createSocket({ type }).bind(5000);", { port: known(5000), family: "unknown" }],
  [
    "dgram.createSocket('udp4').bind(5000, '10.0.0.1');",
    { port: known(5000), host: known("10.0.0.1"), family: known(4) },
  ],
  [
    "dgram.createSocket('udp4').bind({ port: 5000, exclusive: true });",
    { port: known(5000), exclusive: known(true), family: known(4) },
  ],
  ["dgram.createSocket('udp4').bind({ fd: 3 });", { fd: known(3), family: known(4) }],
  [
    "dgram.createSocket({ type: 'udp4', reuseAddr: true }).bind(5000);",
    { port: known(5000), family: known(4), reuseAddr: known(true) },
  ],
  [
    "dgram.createSocket({ type: 'udp4', reuseAddr }).bind(5000);",
    { port: known(5000), family: known(4), reuseAddr: "unknown" },
  ],
  [
    "dgram.createSocket({ type: 'udp4', reusePort: true }).bind(5000);",
    { port: known(5000), family: known(4), reusePort: known(true) },
  ],
  [
    "dgram.createSocket({ type: 'udp6', ipv6Only: true }).bind(5000);",
    { port: known(5000), family: known(6), ipv6Only: known(true) },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.on('listening', () => s.addMembership('239.1.1.1'));\ns.bind(5000);",
    { port: known(5000), family: known(4), membership: known("239.1.1.1") },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.on('listening', () => s.addMembership(g));\ns.bind(5000);",
    { port: known(5000), family: known(4), membership: "unknown" },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.on('listening', () => s.addSourceSpecificMembership('10.0.0.1', '239.1.1.1'));\ns.bind(5000);",
    { port: known(5000), family: known(4), membership: known("239.1.1.1"), fromOneSender: true },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.addMembership('239.1.1.1');\ns.bind(5000);",
    { port: known(5000), family: known(4), membership: known("239.1.1.1"), joinsFirst: true },
  ],
]);
table("what a datagram socket that nobody binds asks for", [
  ["const s = dgram.createSocket('udp4');\ns.send('a', 1);", { family: known(4) }],
  [
    "const s = dgram.createSocket({ type: 'udp4', reuseAddr: true });\ns.send('a', 1);",
    { family: known(4), reuseAddr: known(true) },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connect(53);",
    { family: known(4), port: known(53), host: known("localhost") },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connect(53, '10.0.0.1');",
    { family: known(4), port: known(53), host: known("10.0.0.1") },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connect(53, host);",
    { family: known(4), port: known(53), host: "unknown" },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connect(53, () => {});",
    { family: known(4), port: known(53), host: known("localhost") },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connect(port);",
    { family: known(4), port: "unknown", host: known("localhost") },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.connectSync(53);",
    { family: known(4), port: known(53), host: known("localhost") },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.addMembership('239.1.1.1');",
    { family: known(4), membership: known("239.1.1.1") },
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.addSourceSpecificMembership('10.0.0.1', '239.1.1.1');",
    { family: known(4), membership: known("239.1.1.1"), fromOneSender: true },
  ],
  ["const s = dgram.createSocket('udp4');\ns.close();", null],
  ["const s = dgram.createSocket('udp4'); s.bind(1);\ns.send('a', 1);", null],
]);
const HERE = { host: known("10.0.0.2"), port: known(80) };
table("where a connection goes", [
  ["net.connect(80, '10.0.0.2');", HERE],
  ["net.connect(80);", { host: known("localhost"), port: known(80) }],
  ["net.connect(80, host);", { host: "unknown", port: known(80) }],
  ["net.connect(80, () => {});", { host: known("localhost"), port: known(80) }],
  ["net.connect('/run/a');", { path: known("/run/a") }],
  ["net.connect(socketPath);", { path: "unknown" }],
  ["net.connect(options.sock);", { path: "unknown" }],
  ["net.connect(port);", { host: known("localhost"), port: "unknown" }],
  ["net.connect({ port: 80, host: '10.0.0.2' });", HERE],
  ["net.connect({ port: 80 });", { host: known("localhost"), port: known(80) }],
  ["net.connect({ port: '80', host: '10.0.0.2' });", HERE],
  ["net.connect({ path: '/run/a', port: 80 });", { path: known("/run/a") }],
  ["net.connect({ path });", { path: "unknown" }],
  [
    "net.connect(options);",
    {
      host: "unknown",
      port: "unknown",
      family: "unknown",
      autoSelectFamily: "unknown",
      localAddress: "unknown",
      localPort: "unknown",
    },
  ],
  [
    "tls.connect(443, '10.0.0.2', { localAddress: '10.0.0.1' });",
    { host: known("10.0.0.2"), port: known(443), localAddress: known("10.0.0.1") },
  ],
  ["tls.connect({ socket });", null],
  ["http.get('http://10.0.0.2/x');", HERE],
  ["http.get('http://10.0.0.2:8080/x');", { host: known("10.0.0.2"), port: known(8080) }],
  ["http.get('http://[::1]/x');", { host: known("::1"), port: known(80) }],
  ["https.get('https://10.0.0.2/x');", { host: known("10.0.0.2"), port: known(443) }],
  ["http.get(new URL('http://10.0.0.2/x'));", HERE],
  ["const url = new URL('http://10.0.0.2/x');\nhttp.get(url);", HERE],
  ["http.get(new URL('/x', 'http://10.0.0.2'));", { host: "unknown", port: "unknown" }],
  ["http.get(new Link('http://10.0.0.2/x'));", { host: "unknown", port: "unknown" }],
  ["http.get('not a url');", { host: "unknown", port: "unknown" }],
  ["http.get('http://10.0.0.2/x', { port: 81 });", { host: known("10.0.0.2"), port: known(81) }],
  ["http.get('http://10.0.0.2/x', { host: 'a.test' });", { host: known("a.test"), port: known(80) }],
  ["http.get('http://10.0.0.2/x', { host });", { host: "unknown", port: known(80) }],
  ["http.get(url);", { host: "unknown", port: "unknown" }],
  ["http.get({ host: '10.0.0.2' });", HERE],
  ["http.get({ hostname: '10.0.0.2' });", HERE],
  ["http.get({ host, hostname: '10.0.0.2' });", HERE],
  ["http.get({});", { host: known("localhost"), port: known(80) }],
  ["https.get({ host: '10.0.0.2' });", { host: known("10.0.0.2"), port: known(443) }],
  ["http.get({ socketPath: '/run/a' });", { path: known("/run/a") }],
  [
    "new http.Agent({ localAddress: '10.0.0.1' });",
    { host: "unknown", port: "unknown", localAddress: known("10.0.0.1") },
  ],
  ["fetch('http://10.0.0.2/', { unix: '/run/a' });", { path: known("/run/a") }, BUN],
  ["fetch('http://10.0.0.2/', { unix: '/run/a' });", HERE, DENO],
]);
table("the local end of a connection", [
  [
    "net.connect({ port: 80, host: '10.0.0.2', localAddress: '10.0.0.1' });",
    { ...HERE, localAddress: known("10.0.0.1") },
  ],
  ["net.connect({ port: 80, host: '10.0.0.2', localAddress });", { ...HERE, localAddress: "unknown" }],
  ["net.connect({ port: 80, host: '10.0.0.2', localAddress: '' });", HERE],
  ["net.connect({ port: 80, host: '10.0.0.2', localPort: 5000 });", { ...HERE, localPort: known(5000) }],
  ["net.connect({ port: 80, host: '10.0.0.2', localPort });", { ...HERE, localPort: "unknown" }],
  ["net.connect({ port: 80, host: '10.0.0.2', localPort: 0 });", { ...HERE, localPort: known(0) }],
  ["net.connect({ port: 80, host: '10.0.0.2', family: 4 });", { ...HERE, family: known(4) }],
  ["net.connect({ port: 80, host: '10.0.0.2', family: 6 });", { ...HERE, family: known(6) }],
  ["net.connect({ port: 80, host: '10.0.0.2', family: 0 });", HERE],
  ["net.connect({ port: 80, host: '10.0.0.2', family });", { ...HERE, family: "unknown" }],
  [
    "net.connect({ port: 80, host: '10.0.0.2', autoSelectFamily: false });",
    { ...HERE, autoSelectFamily: known(false) },
  ],
  [
    "const agent = new http.Agent({ localAddress: '10.0.0.1' });\nhttp.get({ host: '10.0.0.2', localAddress: '10.0.0.9', agent });",
    { ...HERE, localAddress: known("10.0.0.1") },
  ],
  ["http.get({ host: '10.0.0.2', agent: other });", null],
  ["http.get({ host: '10.0.0.2', agent: false });", HERE],
]);

describe("what a runtime takes of a call", () => {
  const all = { reusePort: known(true), ipv6Only: known(true) };
  const listen = (more: object = {}): SocketCall => ({
    api: "net.Server#listen",
    op: "listen",
    transport: "tcp",
    ...all,
    ...more,
  });
  const kept = (call: SocketCall, runtime: Runtime) =>
    Object.keys(taken(call, runtime))
      .filter((each) => /reusePort|ipv6Only|path/.test(each))
      .join();
  for (const [call, runtime, expected] of [
    [listen(), { name: "node" }, "reusePort,ipv6Only"],
    [listen(), { name: "node", version: "22.12.0" }, "reusePort,ipv6Only"],
    [listen(), { name: "node", version: "22.11.0" }, ""],
    [listen(), { name: "node", version: "23.0.0" }, ""],
    [listen(), { name: "node", version: "23.1.0" }, "reusePort,ipv6Only"],
    [listen(), { name: "node", version: "24.0.0-rc.1" }, "reusePort,ipv6Only"],
    [listen({ host: known("::") }), { name: "node", version: "20.0.0" }, "ipv6Only"],
    [listen({ transport: "udp" }), { name: "node", version: "20.0.0" }, "ipv6Only"],
    [listen({ api: "net.BoundSocket", path: known("/a") }), { name: "node", version: "24.19.0" }, "reusePort,ipv6Only"],
    [
      listen({ api: "net.BoundSocket", path: known("/a") }),
      { name: "node", version: "24.20.0" },
      "reusePort,ipv6Only,path",
    ],
    [listen({ path: known("/a") }), { name: "node", version: "20.0.0" }, "path"],
    [listen(), BUN, "reusePort,ipv6Only"],
    [listen(), { name: "bun", version: "1.4.5" }, "reusePort,ipv6Only"],
    [listen(), { name: "deno", version: "2.9.6" }, "reusePort"],
    [listen({ api: "http.Server#listen" }), NODE, "reusePort,ipv6Only"],
    [listen({ api: "http.Server#listen" }), BUN, ""],
    [listen({ api: "https.Server#listen" }), BUN, ""],
    [listen({ api: "bun.serve" }), BUN, "reusePort,ipv6Only"],
    [listen({ api: "bun.listen", exclusive: known(true) }), BUN, "ipv6Only"],
    [listen({ api: "bun.listen", exclusive: known(false) }), BUN, "reusePort,ipv6Only"],
    [listen({ api: "bun.listen", exclusive: "unknown" }), BUN, "reusePort,ipv6Only"],
    [listen({ exclusive: known(true) }), BUN, "reusePort,ipv6Only"],
    [listen(), DENO, "reusePort"],
    [listen({ transport: "udp" }), DENO, "reusePort,ipv6Only"],
  ] as [SocketCall, Runtime, string][])
    it(`${call.api} ${call.transport} ${runtime.name} ${runtime.version ?? ""} ${JSON.stringify(call.exclusive ?? null)}: ${expected}`, () =>
      assert.equal(kept(call, runtime), expected));
});
