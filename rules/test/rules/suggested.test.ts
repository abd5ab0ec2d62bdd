import { suggestions } from "./found.ts";

const DGRAM = `import dgram from "node:dgram";\nconst s = dgram.createSocket({ type: "udp4", reuseAddr: true });\n`;
suggestions("a join that comes too early", "valid-multicast-membership", DGRAM, [
  ["s.bind(5000);\ns.addMembership(group);\n", ["s.bind(5000, () => s.addMembership(group));\n"]],
  ["s.bind({ port: 5000 });\ns.addMembership(group);\n", ["s.bind({ port: 5000 }, () => s.addMembership(group));\n"]],
  ["s.bind(5000, '0.0.0.0');\ns.addMembership(group);\n", ["s.bind(5000, '0.0.0.0', () => s.addMembership(group));\n"]],
  ["s.bind(5000, address);\ns.addMembership(group);\n", []],
  ["s.bind(PORT);\ns.addMembership(group);\n", ["s.bind(PORT, () => s.addMembership(group));\n"]],
  ["s.bind(5000, () => {});\ns.addMembership(group);\n", ["s.bind(5000, () => { s.addMembership(group); });\n"]],
  [
    "s.bind(5000, () => { ready(); });\ns.addMembership(group);\n",
    ["s.bind(5000, () => { s.addMembership(group); ready(); });\n"],
  ],
  [
    "s.bind(5000, () => {\n  ready();\n});\ns.addMembership(group);\n",
    ["s.bind(5000, () => {\n  s.addMembership(group);\n  ready();\n});\n"],
  ],
  ["s.bind(5000, () => ready());\ns.addMembership(group);\n", []],
  ["s.bind(5000, ready);\ns.addMembership(group);\nfunction ready() {}\n", []],
  [
    "s.bind(5000, function () {});\ns.addMembership(group);\n",
    ["s.bind(5000, function () { s.addMembership(group); });\n"],
  ],
  ["s.bind(5000, function () {});\ns.addMembership(this.group);\n", []],
  ["s.bind(5000);\nif (x) s.addMembership(group);\n", []],
  ["s.bind(5000), s.addMembership(group);\n", []],
  ["s.bind(5000).addMembership(group);\n", []],
]);
suggestions("a join on a socket that is bound to one address", "valid-multicast-membership", DGRAM, [
  [
    "s.bind(5000, '10.0.0.1', () => s.addMembership(group));\n",
    ['s.bind(5000, () => s.addMembership(group, "10.0.0.1"));\n'],
  ],
  [
    "s.bind(5000, /* lan */ '10.0.0.1', () => s.addMembership(group));\n",
    ['s.bind(5000, () => s.addMembership(group, "10.0.0.1"));\n'],
  ],
  [
    "s.bind({ port: 5000, address: '10.0.0.1' }, () => s.addMembership(group));\n",
    ['s.bind({ port: 5000 }, () => s.addMembership(group, "10.0.0.1"));\n'],
  ],
  [
    "s.bind(5000, '10.0.0.1', () => s.addMembership(group, '10.0.0.1'));\n",
    ["s.bind(5000, () => s.addMembership(group, '10.0.0.1'));\n"],
  ],
  ["s.bind(5000, '10.0.0.1', () => { s.addMembership(group); s.addMembership(other); });\n", []],
  ["s.bind(5000, '10.0.0.1', () => s.addSourceSpecificMembership(from, group));\n", []],
  ["s.bind(5000, 'fe80::1', () => s.addMembership(group));\n", []],
  ["s.bind(5000, '10.0.0.1', () => s.addMembership());\n", []],
  ["s.bind(5000, '10.0.0.1', () => s.addMembership(...groups));\n", []],
]);

suggestions(
  "the type that options of TypeScript get",
  "require-reuse-option",
  `import fastify from "fastify";\nconst app = fastify();\n`,
  ["src/a.ts", "src/a.mts", "src/a.cts", "src/a.tsx"].map((path) => [
    "app.listen({ port: 80 });\n",
    [
      'const options: import("fastify").FastifyListenOptions & { reusePort: boolean } = { port: 80, reusePort: false };\napp.listen(options);\n',
    ],
    { path, package: { engines: { node: ">=20" } } },
  ]),
);

const HTTP = `import http from "node:http";\nimport { Agent, Pool } from "undici";\nconst from = "10.0.0.1";\n`;
const each = (inside: string) => `export async function f(url, id) {\n  ${inside}\n}\n`;
suggestions("an agent for every request", "no-agent-per-request", HTTP, [
  [
    each("await go(http.get(url, { agent: new http.Agent() }));"),
    [`const agent = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent }));")}`],
  ],
  [
    each("await go(http.get(url, { agent: new http.Agent({}) }));"),
    [`const agent = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent }));")}`],
  ],
  [
    each("await go(http.get(url, { agent: new http.Agent({ localAddress: from }) }));"),
    [
      `const agent = new http.Agent({ keepAlive: true, localAddress: from });\n${each("await go(http.get(url, { agent }));")}`,
    ],
  ],
  [
    each("await go(http.get(url, { agent: new http.Agent({localAddress: from}) }));"),
    [
      `const agent = new http.Agent({ keepAlive: true, localAddress: from});\n${each("await go(http.get(url, { agent }));")}`,
    ],
  ],
  [
    each("const agent = new http.Agent({ keepAlive: true });\n  await go(http.get(url, { agent }));"),
    [`const agent = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent }));")}`],
  ],
  [
    each("const mine = new http.Agent();\n  await go(http.get(url, { agent: mine }));"),
    [`const mine = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent: mine }));")}`],
  ],
  [each("const a = new http.Agent(), b = 1;\n  await go(http.get(url, { agent: a }));"), []],
  [each("const ip = from;\n  await go(http.get(url, { agent: new http.Agent({ localAddress: ip }) }));"), []],
  [each("await go(http.get(url, { agent: new http.Agent({ localAddress: later }) }));") + "const later = 1;\n", []],
  [
    `function own() {}\nclass A {}\n${each("await go(http.get(url, { agent: new http.Agent({ a: own, b: A, c: process.env.X }) }));")}`,
    [
      `function own() {}\nclass A {}\nconst agent = new http.Agent({ keepAlive: true, a: own, b: A, c: process.env.X });\n${each("await go(http.get(url, { agent }));")}`,
    ],
  ],
  [each("await go(http.get(url, { agent: new http.Agent({ keepAlive: false }) }));"), []],
  [each("await go(http.get(url, { agent: new http.Agent(options) }));"), []],
  [
    `const agent = 1;\n${each("await go(http.get(url, { agent: new http.Agent() }));")}`,
    [
      `const agent = 1;\nconst sharedAgent = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent: sharedAgent }));")}`,
    ],
  ],
  [
    `const agent = 1, sharedAgent = 2;\n${each("await go(http.get(url, { agent: new http.Agent() }));")}`,
    [
      `const agent = 1, sharedAgent = 2;\nconst keptAlive = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent: keptAlive }));")}`,
    ],
  ],
  [
    `const agent = 1, sharedAgent = 2, keptAlive = 3;\n${each("await go(http.get(url, { agent: new http.Agent() }));")}`,
    [
      `const agent = 1, sharedAgent = 2, keptAlive = 3;\nconst agentForAll = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent: agentForAll }));")}`,
    ],
  ],
  [
    `const agent = new http.Agent();\n${each("const agent = new http.Agent();\n  await go(http.get(url, { agent }));")}`,
    [],
  ],
  [
    each("await fetch(url, { dispatcher: new Agent({ connections: 5 }) });"),
    [`const dispatcher = new Agent({ connections: 5 });\n${each("await fetch(url, { dispatcher });")}`],
  ],
  [
    each("await go(http.get(url, { agent: false }));"),
    [`const agent = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent }));")}`],
  ],
  [
    each('await go(http.get(url, { "agent": false }));'),
    [`const agent = new http.Agent({ keepAlive: true });\n${each("await go(http.get(url, { agent }));")}`],
  ],
]);

const APP = `import http from "node:http";\nimport express from "express";\nimport { WebSocketServer } from "ws";\nimport { Server } from "socket.io";\nimport dgram from "node:dgram";\nconst app = express();\nconst server = http.createServer(app);\nconst other = http.createServer();\n`;
suggestions("two listens on one port", "no-duplicate-listen", APP, [
  ["server.listen(3000);\nserver.listen(3000);\n", ["server.listen(3000);\n"]],
  ["server.listen(3000);\nconst x = server.listen(3000);\n", []],
  [
    "server.listen(3000);\nnew WebSocketServer({ port: 3000 });\n",
    ["server.listen(3000);\nnew WebSocketServer({ server });\n"],
  ],
  [
    "other.listen(3000);\nnew WebSocketServer({ port: 3000, path: '/x' });\n",
    ["other.listen(3000);\nnew WebSocketServer({ server: other, path: '/x' });\n"],
  ],
  [
    "server.listen(3000, '::1');\nnew WebSocketServer({ host: '::1', port: 3000 });\n",
    ["server.listen(3000, '::1');\nnew WebSocketServer({ server });\n"],
  ],
  [
    "server.listen(3000);\nconst o = { port: 3000 };\nnew WebSocketServer(o);\n",
    ["server.listen(3000);\nconst o = { server };\nnew WebSocketServer(o);\n"],
  ],
  ["server.listen(3000);\nnew WebSocketServer({ ...{ port: 3000 } });\n", []],
  ["server.listen(3000);\nnew Server(3000);\n", ["server.listen(3000);\nnew Server(server);\n"]],
  ["const web = app.listen(3000);\nnew Server(3000);\n", ["const web = app.listen(3000);\nnew Server(web);\n"]],
  ["make().listen(3000);\nserver.listen(3000);\nfunction make() { return http.createServer(); }\n", []],
]);
const BARE = `import express from "express";\nimport { Server } from "socket.io";\nconst app = express();\n`;
suggestions("a server that has no name yet", "no-duplicate-listen", BARE, [
  ["app.listen(3000);\nnew Server(3000);\n", ["const server = app.listen(3000);\nnew Server(server);\n"]],
  [
    "app.listen(3000);\nnew Server(3000);\nuse(server);\n",
    ["const server = app.listen(3000);\nnew Server(server);\nuse(server);\n"],
  ],
  ["const server = 1;\napp.listen(3000);\nnew Server(3000);\n", []],
  ["use(app.listen(3000));\nnew Server(3000);\n", []],
]);
suggestions("two servers of one application", "no-duplicate-listen", APP, [
  ["app.listen(3000);\nserver.listen(3000);\n", ["server.listen(3000);\n"]],
  ["server.listen(3000);\napp.listen(3000);\n", ["server.listen(3000);\n"]],
  ["server.listen(3000);\nconst x = app.listen(3000);\n", []],
]);
suggestions("a wildcard of IPv6 beside IPv4", "no-duplicate-listen", APP, [
  [
    "server.listen(3000, '127.0.0.1');\nother.listen(3000, '::');\n",
    [
      "server.listen({ port: 3000, host: '127.0.0.1', reusePort: false });\nother.listen({ port: 3000, host: '::', ipv6Only: true, reusePort: false });\n",
    ],
  ],
  [
    "server.listen({ port: 3000, host: '0.0.0.0', exclusive: true });\nother.listen({ port: 3000 });\n",
    [
      "server.listen({ port: 3000, host: '0.0.0.0', exclusive: true });\nother.listen({ port: 3000, host: \"::\", ipv6Only: true, reusePort: false });\n",
    ],
  ],
  [
    "server.listen({ port: 3000, reusePort: false });\nother.listen({ port: 3000, host: '10.0.0.1', reusePort: false });\n",
    [
      "server.listen({ port: 3000, reusePort: false, host: \"::\", ipv6Only: true });\nother.listen({ port: 3000, host: '10.0.0.1', reusePort: false });\n",
    ],
  ],
  ["server.listen(3000, '::1');\nother.listen(3000, '::');\n", []],
  ["server.listen(3000);\nother.listen(3000);\n", []],
  ["server.listen(3000, '0.0.0.0');\nother.listen(3000, '127.0.0.1');\n", []],
  ["server.listen(3000, 'localhost');\nother.listen(3000, '::');\n", []],
  ["server.listen(3000, '127.0.0.1');\nother.listen(3000, '::');\n", [], { settings: { runtime: "deno" } }],
  [
    "dgram.createSocket('udp4').bind(5000);\ndgram.createSocket('udp6').bind(5000);\n",
    ["dgram.createSocket('udp4').bind(5000);\ndgram.createSocket({ type: 'udp6', ipv6Only: true }).bind(5000);\n"],
  ],
  [
    "dgram.createSocket({ type: 'udp6' }).bind(5000);\ndgram.createSocket('udp4').bind(5000);\n",
    ["dgram.createSocket({ type: 'udp6', ipv6Only: true }).bind(5000);\ndgram.createSocket('udp4').bind(5000);\n"],
  ],
  ["dgram.createSocket('udp4').bind(5000);\ndgram.createSocket('udp4').bind(5000);\n", []],
  ["dgram.createSocket('udp6').bind(5000);\ndgram.createSocket('udp6').bind(5000);\n", []],
]);

const SIGNAL = `import http from "node:http";\nhttp.createServer().listen(3000);\n`;
suggestions("a handler of a signal that does not end the program", "require-exit-on-signal", SIGNAL, [
  ["process.on('SIGTERM', () => {});\n", ["", "process.on('SIGTERM', () => { process.exit(); });\n"]],
  [
    "process.on('SIGTERM', () => console.log('x'));\n",
    ["process.on('SIGTERM', () => { console.log('x'); process.exit(); });\n"],
  ],
  [
    "process.on('SIGTERM', () => (console.log('x')));\n",
    ["process.on('SIGTERM', () => { console.log('x'); process.exit(); });\n"],
  ],
  [
    "process.on('SIGTERM', function () {\n  console.log('x');\n});\n",
    ["process.on('SIGTERM', function () {\n  console.log('x');\n  process.exit();\n});\n"],
  ],
  [
    "process.on('SIGTERM', () => {\n  console.log('x')\n})\n",
    ["process.on('SIGTERM', () => {\n  console.log('x')\n  process.exit()\n})\n"],
  ],
  [
    "process.on('SIGTERM', () => { console.log('x'); });\n",
    ["process.on('SIGTERM', () => { console.log('x'); process.exit(); });\n"],
  ],
  [
    "process.on('SIGTERM', () => { console.log('x') });\n",
    ["process.on('SIGTERM', () => { console.log('x'); process.exit() });\n"],
  ],
  [
    "for (const x of ['SIGTERM', 'SIGINT']) process.on(x, () => {});\n",
    ["for (const x of ['SIGTERM', 'SIGINT']) process.on(x, () => { process.exit(); });\n"],
  ],
  [
    "process.on('SIGTERM', log);\nfunction log() {\n  console.log(1);\n}\n",
    ["process.on('SIGTERM', log);\nfunction log() {\n  console.log(1);\n  process.exit();\n}\n"],
  ],
  ["process.on('SIGTERM', log);\nfunction log() {\n  console.log(1);\n}\nlog();\n", []],
  ["process.on('SIGTERM', () => {\n  console.log(1);\n  return;\n});\n", []],
]);

const EXPRESS = `import express from "express";\nimport http from "node:http";\nconst app = express();\n`;
suggestions("an 'error' listener of an application", "no-unheard-listen-error", EXPRESS, [
  [
    "app.on('error', (e) => { if (e.code === 'EADDRINUSE') retry(); });\napp.listen(3000);\n",
    ["app.listen(3000).on('error', (e) => { if (e.code === 'EADDRINUSE') retry(); });\n"],
  ],
  ["app.on('error', fail);\napp.listen(3000);\n", ['app.listen(3000).on("error", fail);\n']],
  ["app.listen(3000);\napp.on('error', fail);\n", ['app.listen(3000).on("error", fail);\n']],
  [
    "app.on('error', (e) => exit(e));\nconst s = app.listen(3000);\n",
    ['const s = app.listen(3000).on("error", (e) => exit(e));\n'],
  ],
  ["app.on('error', fail, x);\napp.listen(3000);\n", []],
  ["app.on('error', fail);\nif (x) { app.listen(3000); }\n", []],
  ["if (x) { app.on('error', fail); }\napp.listen(3000);\n", []],
  ["const s = app.on('error', fail);\napp.listen(3000);\n", []],
  ["app.on('error', fail);\napp.listen(3000);\napp.listen(3001);\n", []],
]);

const THREADS = `import net from "node:net";\nimport cluster from "node:cluster";\nimport { isMainThread, Worker } from "node:worker_threads";\nconst server = net.createServer();\n`;
const threads = (listen: string) =>
  `if (isMainThread) for (let i = 0; i < 4; i++) new Worker(import.meta.filename);\nelse ${listen}\n`;
const forks = (listen: string) =>
  `if (cluster.isPrimary) for (let i = 0; i < 4; i++) cluster.fork();\nelse ${listen}\n`;
suggestions("one port in many workers", "no-worker-port-conflict", THREADS, [
  [threads("server.listen(80);"), [threads('server.listen({ port: 80, reusePort: process.platform === "linux" });')]],
  [threads("server.listen(80);"), [], { package: { engines: { node: ">=20" } } }],
  [forks("server.listen({ port: 80, exclusive: true });"), [forks("server.listen({ port: 80 });")]],
]);
suggestions("one of two listens that share", "no-mixed-reuse-port", THREADS, [
  [
    "server.listen({ port: 80, reusePort: true });\nnet.createServer().listen(80);\n",
    [
      'server.listen({ port: 80, reusePort: true });\nnet.createServer().listen({ port: 80, reusePort: process.platform === "linux" });\n',
    ],
  ],
]);
suggestions("workers past their primary", "no-cluster-bypass", THREADS, [
  [
    "if (cluster.isPrimary) cluster.fork().on('listening', f);\nelse server.listen({ port: 80, reusePort: true });\n",
    ["if (cluster.isPrimary) cluster.fork().on('listening', f);\nelse server.listen({ port: 80 });\n"],
  ],
]);
suggestions("a host in the place of the port", "valid-listen-arguments", THREADS, [
  ["server.listen('127.0.0.1', port);\n", ["server.listen({ port, host: '127.0.0.1', reusePort: false });\n"]],
  ["server.listen(host, port, cb);\n", ["server.listen({ port, host, reusePort: false }, cb);\n"]],
  ["server.listen('127.0.0.1');\n", []],
]);
