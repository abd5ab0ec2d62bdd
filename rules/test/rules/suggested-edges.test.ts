import { suggestions } from "./found.ts";

const DGRAM = `import dgram from "node:dgram";\nconst s = dgram.createSocket({ type: "udp4", reuseAddr: true });\n`;
suggestions("a join that is not beside its bind, or says more", "valid-multicast-membership", DGRAM, [
  ["s.bind(5000);\n{ s.addMembership(group); }\n", []],
  ["s.bind(5000, '10.0.0.1', () => s.addMembership(group, '10.0.0.1', x));\n", []],
]);

const POLKA = `import polka from "polka";\nimport net from "node:net";\n`;
suggestions("an 'error' listener of what has its server as a property", "no-unheard-listen-error", POLKA, [
  [
    "polka().listen(3000, (err) => {\n  if (err) throw err;\n  ready();\n});\n",
    ['polka().listen(3000, () => {\n  ready();\n}).server.on("error", (err) => {\n  throw err;\n});\n'],
  ],
  ["const app = polka().listen(3000, (err) => {\n  if (err) throw err;\n  ready();\n});\n", []],
]);
suggestions("a catch clause that waits for a listen", "no-unheard-listen-error", POLKA, [
  [
    'try {\n  net.createServer().listen(3000);\n} catch (e) {\n  if (e.code === "EADDRINUSE") fail(e);\n}\n',
    ['net.createServer().listen(3000).on("error", (e) => {\n  if (e.code === "EADDRINUSE") fail(e);\n});\n'],
  ],
  [
    'try {\n  ready();\n  net.createServer().listen(3000);\n} catch (e) {\n  if (e.code === "EADDRINUSE") fail(e);\n}\n',
    [],
  ],
  [
    'try {\n  net.createServer().listen(3000);\n  ready();\n} catch (e) {\n  if (e.code === "EADDRINUSE") fail(e);\n}\n',
    [],
  ],
  [
    'try {\n  const s = net.createServer().listen(3000);\n} catch (e) {\n  if (e.code === "EADDRINUSE") fail(e);\n}\n',
    [],
  ],
]);

const RAW = `import koffi from "koffi";\nconst libc = koffi.load("libc.so.6");\nconst socket = libc.func("int socket(int, int, int)");\nconst setsockopt = libc.func("int setsockopt(int, int, int, void *, int)");\nconst five = libc.func("int five(int, int, int, void *, int)");\nconst bind = libc.func("int bind(int, void *, int)");\nconst listen = libc.func("int listen(int, int)");\nconst fd = socket(2, 1, 0);\n`;
suggestions("the call that a new setsockopt() is written like", "require-reuse-option", RAW, [
  [
    "setsockopt(other, 6, 1, one, 4);\nbind(fd, address, 16);\nlisten(fd, 5);\n",
    [
      "setsockopt(other, 6, 1, one, 4);\nsetsockopt(fd, 1 /* SOL_SOCKET */, 2 /* SO_REUSEADDR */, one, 4);\nbind(fd, address, 16);\nlisten(fd, 5);\n",
    ],
  ],
  ["five(other, 6, 1, one, 4);\nbind(fd, address, 16);\nlisten(fd, 5);\n", []],
  ["setsockopt(other, 6, 1, one);\nbind(fd, address, 16);\nlisten(fd, 5);\n", []],
  ["setsockopt(other, 6, 1, ...value, 4);\nbind(fd, address, 16);\nlisten(fd, 5);\n", []],
]);

const NET = `import net from "node:net";\nconst server = net.createServer();\n`;
/** Where `reusePort` is ignored by some versions nothing but the decision against it is suggested. */
const OLD = { package: { engines: { node: ">=20" } } };
suggestions(
  "options that a variable holds",
  "require-reuse-option",
  NET,
  [
    [
      "const options = { port: 80 };\nserver.listen(options);\n",
      ["const options = { port: 80, reusePort: false };\nserver.listen(options);\n"],
    ],
    [
      "const options = { port: 80 };\nserver.listen(options, () => log(options.port));\n",
      ["const options = { port: 80, reusePort: false };\nserver.listen(options, () => log(options.port));\n"],
    ],
    ["const options = { port: 80 };\nserver.listen(options);\nlog(options);\n", []],
    ["const options = { port: 80 };\nserver.listen(options);\nlog(options[key]);\n", []],
    ["const options = { port: 80 };\nserver.listen(options);\nlog(all[options]);\n", []],
    ["export const options = { port: 80 };\nserver.listen(options);\n", []],
    ["const { options } = { options: { port: 80 } };\nserver.listen(options);\n", []],
  ],
  OLD,
);

const awaited = (call: string) =>
  `import { make } from "./app.ts";\nexport async function start() {\n  const app = make();\n  ${call}\n}\n`;
suggestions(
  "options of a framework that nobody knows, in TypeScript",
  "require-reuse-option",
  "",
  [
    ["await app.listen(3000);", "await app.listen({ port: 3000, reusePort: false } as never);"],
    ["app.listen(3000).then(ready);", "app.listen({ port: 3000, reusePort: false } as never).then(ready);"],
    ["app.listen(3000).catch(fail);", "app.listen({ port: 3000, reusePort: false } as never).catch(fail);"],
    ["app.listen(3000).finally(end);", "app.listen({ port: 3000, reusePort: false } as never).finally(end);"],
    ["app.listen(3000).unref();", "app.listen({ port: 3000, reusePort: false }).unref();"],
    ["app.listen(3000);", "app.listen({ port: 3000, reusePort: false });"],
  ].map(([code, result]) => [awaited(code!), [awaited(result!)], { path: "src/a.ts", ...OLD }]),
);

suggestions("a policy beside a listen that shares", "require-reuse-option", NET, [
  [
    "server.listen({ port: 80, reusePort: true });\nnet.createServer().listen(80);\n",
    [
      'server.listen({ port: 80, reusePort: true });\nnet.createServer().listen({ port: 80, reusePort: process.platform === "linux" });\n',
    ],
  ],
  [
    "server.listen({ port: 80, reusePort: x });\nnet.createServer().listen(80);\n",
    [
      "server.listen({ port: 80, reusePort: x });\nnet.createServer().listen({ port: 80, reusePort: false });\n",
      'server.listen({ port: 80, reusePort: x });\nnet.createServer().listen({ port: 80, reusePort: process.platform === "linux" });\n',
    ],
  ],
]);
suggestions("sharing beside `reuseAddr: false`", "no-silent-port-sharing", 'import dgram from "node:dgram";\n', [
  [
    "dgram.createSocket({ type: 'udp4', reusePort: true, reuseAddr: false }).bind(5000);\n",
    ["dgram.createSocket({ type: 'udp4', reuseAddr: false }).bind(5000);\n"],
    { settings: { platforms: ["linux"] } },
  ],
]);

suggestions(
  "options in a choice",
  "require-reuse-option",
  NET,
  [
    [
      "server.listen(x ? { port: 80 } : { path: '/run/a' });\n",
      ["server.listen(x ? { port: 80, reusePort: false } : { path: '/run/a' });\n"],
    ],
    [
      "server.listen(x ? undefined : { port: 80 });\n",
      ["server.listen(x ? undefined : { port: 80, reusePort: false });\n"],
    ],
    ["server.listen(x || { port: 80 });\n", []],
    ["server.listen(x ?? { port: 80 });\n", []],
    ["server.listen(x || 80);\n", ["server.listen({ port: x || 80, reusePort: false });\n"]],
  ],
  OLD,
);

suggestions("a guard for two listens, one of which has its options from elsewhere", "no-unguarded-reuse-port", NET, [
  [
    "server.listen({ port: 80, reusePort: true });\nnet.createServer().listen({ port: 80 });\n",
    [
      'server.listen({ port: 80, reusePort: process.platform === "linux" });\nnet.createServer().listen({ port: 80, reusePort: process.platform === "linux" });\n',
    ],
  ],
  [
    "server.listen({ port: 80, reusePort: true });\nconst options = { port: 80 };\nkeep(options);\nnet.createServer().listen(options);\n",
    [],
  ],
]);

const SERVERS = `import https from "node:https";\nimport http2 from "node:http2";\nimport net from "node:net";\nimport { WebSocketServer } from "ws";\n`;
const beside = (made: string, options: string) => `${made}\nnew WebSocketServer({ ${options} });\n`;
suggestions("a server that another one can be attached to", "no-duplicate-listen", SERVERS, [
  [
    beside("const web = https.createServer(o);\nweb.listen(3000);", "port: 3000"),
    [beside("const web = https.createServer(o);\nweb.listen(3000);", "server: web")],
  ],
  [beside("https.createServer(o).listen(3000);", "port: 3000"), []],
  [beside("const web = http2.createSecureServer(o);\nweb.listen(3000);", "port: 3000"), []],
  [beside("const web = net.createServer();\nweb.listen(3000);", "port: 3000"), []],
]);
