import { suggestions } from "./found.ts";

const LINUX = { settings: { platforms: ["linux"] } };
const NET = `import net from "node:net";\nimport http from "node:http";\nconst server = net.createServer();\n`;
const GUARD = 'process.platform === "linux"';

suggestions(
  "sharing where the port is one process's",
  "no-silent-port-sharing",
  NET,
  [
    ["server.listen({ port: 80, reusePort: true });\n", ["server.listen({ port: 80, reusePort: false });\n"]],
    ["server.listen({ port, reusePort: true });\n", ["server.listen({ port, reusePort: false });\n"]],
  ],
  LINUX,
);

const DGRAM = `import dgram from "node:dgram";\n`;
const udp = (options: string, then = "") =>
  `const s = dgram.createSocket({ type: "udp4"${options} });\ns.bind(5000);\n${then}`;
const JOIN = "s.on('listening', () => s.addMembership('239.1.1.1'));\n";
suggestions(
  "sharing of a datagram socket",
  "no-silent-port-sharing",
  DGRAM,
  [
    [udp(", reusePort: true"), [udp("")]],
    [udp(", reusePort: true, reuseAddr: false"), [udp(", reuseAddr: false")]],
    [udp(", reusePort: true", JOIN), [udp(", reuseAddr: true", JOIN)]],
    [udp(", reusePort: true, reuseAddr: false", JOIN), [udp(", reuseAddr: false", JOIN)]],
    [udp(", reusePort: true, reuseAddr: true", JOIN), [udp(", reuseAddr: true", JOIN)]],
    [udp(", reusePort: true, reuseAddr: x"), [udp(", reuseAddr: x")]],
  ],
  LINUX,
);
suggestions(
  "`reuseAddr` of a socket for one",
  "no-unicast-reuse-addr",
  DGRAM,
  [
    [udp(", reuseAddr: true"), [udp("")]],
    [udp(", reuseAddr: true, reusePort: true"), [udp("")]],
    [
      udp(", reuseAddr: true, reusePort: process.platform === 'linux'"),
      [udp(", reusePort: process.platform === 'linux'")],
    ],
  ],
  LINUX,
);

suggestions("`reusePort` where it is refused", "no-unguarded-reuse-port", NET, [
  [
    "server.listen({ port: 80, reusePort: true });\n",
    ["server.listen({ port: 80, reusePort: false });\n", `server.listen({ port: 80, reusePort: ${GUARD} });\n`],
  ],
  [
    "const a = net.createServer();\na.listen({ port: 80, reusePort: true });\nserver.listen(80);\n",
    [
      `const a = net.createServer();\na.listen({ port: 80, reusePort: ${GUARD} });\nserver.listen({ port: 80, reusePort: ${GUARD} });\n`,
    ],
  ],
  [
    "server.listen({ port: 80, reusePort: true });\n",
    ["server.listen({ port: 80, reusePort: false });\n"],
    { settings: { listens: "single" } },
  ],
]);
suggestions("`reusePort` of a datagram socket where it is refused", "no-unguarded-reuse-port", DGRAM, [
  [udp(", reusePort: true"), [udp(""), udp(`, reusePort: ${GUARD}`)]],
  [udp(", reusePort: true, reuseAddr: true"), [udp(""), udp(`, reusePort: ${GUARD}`)]],
  [
    udp(", reusePort: true, reuseAddr: true", JOIN),
    [udp(", reuseAddr: true", JOIN), udp(`, reusePort: ${GUARD}, reuseAddr: true`, JOIN)],
  ],
]);

suggestions("a fixed local port", "no-fixed-local-port", NET, [
  ["net.connect({ host: 'a', port: 1, localPort: 5 });\n", ["net.connect({ host: 'a', port: 1 });\n"]],
  [
    "net.connect({ host: 'a', port: 1, localPort: 5, localAddress: '' });\n",
    ["net.connect({ host: 'a', port: 1, localAddress: '' });\n"],
  ],
  ["net.connect({ host: 'a', port: 1, localPort: 5, localAddress: x });\n", []],
  ["net.connect({ host: 'a', port: 1, localPort: 5, localAddress: '10.0.0.1' });\n", []],
  [
    "net.connect({ host: 'a', port: 1, localPort: 5, localAddress: '::' });\n",
    ["net.connect({ host: 'a', port: 1 });\n"],
  ],
  [
    "net.connect({ host: 'a', port: 1, localPort: 5, localAddress: '10.0.0.1' });\n",
    ["net.connect({ host: 'a', port: 1, localAddress: '10.0.0.1' });\n"],
    { settings: { platforms: ["darwin"] } },
  ],
]);
suggestions("an address before a connection", "no-bind-before-connect", NET, [
  ["const o: Mine = { localAddress: '10.0.0.1' };\nexport const a = new http.Agent(o);\n", [], { path: "src/a.ts" }],
  ["net.connect({ host: 'a', port: 1, localAddress: '0.0.0.0' });\n", ["net.connect({ host: 'a', port: 1 });\n"]],
  ["net.connect({ host: 'a', port: 1, localAddress: '10.0.0.1' });\n", []],
  [
    "export const a = new http.Agent({ localAddress: '10.0.0.1' });\n",
    ["export const a = new http.Agent({ localAddress: '10.0.0.1', keepAlive: true });\n"],
  ],
  ["export const a = new http.Agent({ localAddress: '10.0.0.1', keepAlive: false });\n", []],
  [
    "export const a = new http.Agent({ localAddress: '0.0.0.0' });\n",
    ["export const a = new http.Agent({  });\n".replace("{  }", "{}")],
  ],
  ["function f(url) { http.get(url, { agent: new http.Agent({ localAddress: '10.0.0.1' }) }); }\n", []],
]);

const RAW = `import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, void *, int)");
const bind = libc.func("int bind(int, void *, int)");
const listen = libc.func("int listen(int, int)");
`;
suggestions("a raw socket without SO_REUSEADDR", "require-reuse-option", RAW, [
  [
    "const other = socket(2, 1, 0);\nsetsockopt(other, 6, 1, one, 4);\nconst fd = socket(2, 1, 0);\nbind(fd, address, 16);\nlisten(fd, 5);\n",
    [
      "const other = socket(2, 1, 0);\nsetsockopt(other, 6, 1, one, 4);\nconst fd = socket(2, 1, 0);\nsetsockopt(fd, 1 /* SOL_SOCKET */, 2 /* SO_REUSEADDR */, one, 4);\nbind(fd, address, 16);\nlisten(fd, 5);\n",
    ],
  ],
  ["const fd = socket(2, 1, 0);\nbind(fd, address, 16);\nlisten(fd, 5);\n", []],
  ["const fd = socket(2, 1, 0);\nsetsockopt(...all);\nbind(fd, address, 16);\nlisten(fd, 5);\n", []],
  [
    "const fd = socket(2, 1, 0);\nif (bind(fd, address, 16)) throw 1;\nlisten(fd, 5);\nsetsockopt(other, 6, 1, one, 4);\n",
    [
      "const fd = socket(2, 1, 0);\nsetsockopt(fd, 1 /* SOL_SOCKET */, 2 /* SO_REUSEADDR */, one, 4);\nif (bind(fd, address, 16)) throw 1;\nlisten(fd, 5);\nsetsockopt(other, 6, 1, one, 4);\n",
    ],
  ],
]);

suggestions("an option that nobody reads there", "no-ignored-socket-option", NET, [
  ["server.listen(3000, { reusePort: true });\n", [`server.listen({ port: 3000, reusePort: ${GUARD} });\n`]],
  ["server.listen(3000, { reusePort: share });\n", ["server.listen({ port: 3000, reusePort: share });\n"]],
  ["server.listen(3000, { ...(x && { reusePort: true }) });\n", []],
  [
    "server.listen(3000, { reusePort: true });\n",
    ["server.listen({ port: 3000, reusePort: false });\n"],
    { settings: { listens: "single" } },
  ],
  [
    "server.listen(3000, { reusePort: true });\n",
    ["server.listen({ port: 3000, reusePort: false });\n"],
    { package: { engines: { node: ">=20" } } },
  ],
  [
    "const a = net.createServer();\na.listen(3000);\nserver.listen(3000, { reusePort: true });\n",
    [`const a = net.createServer();\na.listen(3000);\nserver.listen({ port: 3000, reusePort: ${GUARD} });\n`],
  ],
  ["http.createServer({ reusePort: true });\n", ["http.createServer({});\n"]],
  ["http.createServer({ reusePort: true }).listen(0);\n", ["http.createServer({}).listen(0);\n"]],
  [
    "http.createServer({ reusePort: true }).listen(80);\n",
    [
      "http.createServer({}).listen({ port: 80, reusePort: false });\n",
      `http.createServer({}).listen({ port: 80, reusePort: ${GUARD} });\n`,
    ],
  ],
  [
    "http.createServer({ reusePort: true }).listen({ port: 80, reusePort: false });\n",
    ["http.createServer({}).listen({ port: 80, reusePort: false });\n"],
  ],
  [
    "http.createServer({ reusePort: true }).listen({ port: 80, exclusive: true });\n",
    ["http.createServer({}).listen({ port: 80, exclusive: true });\n"],
  ],
  [
    "http.createServer({ reusePort: true }).listen(80);\n",
    ["http.createServer({}).listen({ port: 80, reusePort: false });\n"],
    { settings: { listens: "single" } },
  ],
  ["server.listen({ port: 0, reusePort: true });\n", ["server.listen({ port: 0 });\n"]],
]);
suggestions("an option of a datagram socket that nobody reads there", "no-ignored-socket-option", DGRAM, [
  ["dgram.createSocket('udp4', { reuseAddr: true }).bind(5000);\n", ["dgram.createSocket('udp4').bind(5000);\n"]],
  [
    "const s = dgram.createSocket('udp4', { reuseAddr: true });\ns.bind(5000, () => s.addMembership('239.1.1.1'));\n",
    [
      "const s = dgram.createSocket({ type: 'udp4', reuseAddr: true });\ns.bind(5000, () => s.addMembership('239.1.1.1'));\n",
    ],
  ],
  [
    "const s = dgram.createSocket('udp4', { reuseAddr: true });\ns.bind(0, () => s.addMembership('239.1.1.1'));\n",
    ["const s = dgram.createSocket('udp4');\ns.bind(0, () => s.addMembership('239.1.1.1'));\n"],
  ],
  [
    "const s = dgram.createSocket('udp4', { reusePort: true });\ns.bind(5000);\n",
    [`const s = dgram.createSocket({ type: 'udp4', reusePort: process.platform === 'linux' });\ns.bind(5000);\n`],
  ],
]);
