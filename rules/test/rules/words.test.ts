import assert from "node:assert/strict";
import ephemeral from "../../src/rules/no-ephemeral-server-port.ts";
import { words } from "./found.ts";

const NET = `import net from "node:net"; import http from "node:http"; import dgram from "node:dgram"; import { isMainThread, Worker } from "node:worker_threads"; import cluster from "node:cluster";
const server = net.createServer();
`;
const on = (...platforms: string[]) => ({ settings: { platforms } });
const SHARED = "server.listen({ port: 80, reusePort: true });";
const UDP = "const s = dgram.createSocket({ type: 'udp4', reuseAddr: true });\n";
const many = "if (isMainThread) for (let i = 0; i < 4; i++) new Worker(import.meta.filename);\nelse ";

words("platforms in messages", "no-unguarded-reuse-port", NET, [
  [
    SHARED,
    "On macOS, Windows and others `server.listen()` fails with ENOTSUP: there is no `reusePort`.",
    on("darwin", "win32", "openbsd"),
  ],
  [SHARED, "On macOS and Windows `server.listen()` fails with ENOTSUP", on("linux", "darwin", "win32")],
  [SHARED, "On Windows `server.listen()`", on("win32")],
  [SHARED, "On OpenBSD `server.listen()`", on("openbsd")],
  [SHARED, "On NetBSD `server.listen()`", on("netbsd")],
  [SHARED, "On SunOS other than Solaris 11.4 `server.listen()`", on("sunos")],
  [SHARED, "Platforms: a test.platforms.", on("darwin")],
  [SHARED, "Platforms: os of package.json.", { package: { os: ["darwin"] } }],
  [
    "new net.BoundSocket({ port: 80, reusePort: true });",
    "throws ENOTSUP: there is no `reusePort`. Uncaught, that ends the process.",
  ],
  [SHARED, "Without an 'error' listener that ends the process."],
  [`${SHARED}\nnew Worker('./a.js');`, "Set it on Linux only."],
]);
words(
  "what to do in messages",
  "no-unguarded-reuse-port",
  `import net from "node:net";\nconst server = net.createServer();\n`,
  [[SHARED, "Remove or guard it: on Linux a second copy would share the port."]],
);
words("ports in messages", "require-reuse-option", NET, [
  [
    "server.listen(80);",
    "A second copy that listens on port 80 fails with EADDRINUSE: `server.listen()` does not share it.",
  ],
  ["server.listen(process.env.PORT || 80);", "listens on port 80 (the default) fails"],
  ["server.listen(port);", "listens on its configured port fails"],
  [
    "server.listen(80);",
    'State `reusePort: false` or `exclusive`, or decide once for the package: `"portreuse": { "listens": "single" }` in package.json.',
  ],
  ["server.listen(80);", 'State it here; `a test.listens` is "shared".', { settings: { listens: "shared" } }],
  ["Bun.serve({ port: 80, fetch });", "State `reusePort: false`, or decide once"],
  [`${many}server.listen(80);`, "All workers but the first fail with EADDRINUSE if several open port 80"],
  [`${many}server.listen(80, 'localhost');`, "All workers but the first two fail", { settings: { runtime: "bun" } }],
  [
    "server.listen(80, 'localhost');",
    "on `localhost` Bun then takes the other address family of port 80.",
    { settings: { runtime: "bun" } },
  ],
]);
words("workers in messages", "no-worker-port-conflict", NET, [
  [
    `${many}server.listen(80);`,
    "All worker threads but the first fail with EADDRINUSE: `server.listen()` opens port 80 in every one.",
  ],
  [
    `${many}server.listen(80, 'localhost');`,
    "All worker threads but the first two fail",
    { settings: { runtime: "bun" } },
  ],
  [
    "server.listen(80);\nif (isMainThread) new Worker(import.meta.filename);",
    "Either the main thread or its worker threads fail with EADDRINUSE: `server.listen()` opens port 80 in both.",
  ],
]);
words("who takes datagrams", "no-unicast-reuse-addr", NET, [
  [
    `${UDP}s.bind(5000);`,
    "On Linux a process of any user that binds port 5000 later takes every datagram: `reuseAddr: true` lets it.",
  ],
  [`${UDP}s.bind(5000);`, "A process that binds port 5000 later", on("darwin")],
  [`${UDP}s.bind(port);`, "binds the port later"],
]);
words("which option shares a port", "no-shared-ephemeral-udp-port", NET, [
  [`${UDP}s.bind(0);`, "with `reuseAddr` the kernel may choose a port in use. Remove `reuseAddr`: the kernel"],
  [
    "dgram.createSocket({ type: 'udp4', reuseAddr: true, reusePort: true }).bind(0);",
    "with `reusePort` the kernel may choose a port in use. Remove `reusePort` and `reuseAddr`:",
  ],
]);
words("ranges in messages", "no-ephemeral-server-port", NET, [
  [
    "server.listen(40000);",
    "may hold port 40000 (ephemeral: 32768–60999). Take a port outside the range, or reserve this one in net.ipv4.ip_local_reserved_ports on Linux.",
  ],
  [
    "server.listen(50000);",
    "may hold port 50000 (ephemeral: 49152–65535). Take a port outside the range.",
    on("darwin"),
  ],
  ["server.listen(40000 + Math.floor(Math.random() * 1000));", "may hold port 40000–40999 (ephemeral"],
]);
words("receivers in messages", "require-multicast-reuse-addr", NET, [
  [
    "const s = dgram.createSocket('udp4');\ns.bind(5000, () => s.addMembership(g));",
    "receives the group on port 5000 fails",
  ],
  [
    "const s = dgram.createSocket('udp4');\ns.bind(port, () => s.addMembership(g));",
    "receives the group on its port fails",
  ],
]);
words("connections in messages", "no-bind-before-connect", NET, [
  [
    "net.connect({ port: 1, localAddress: '10.0.0.1' });",
    "then `connect EADDRINUSE`: `localAddress` holds a port for every one. Node cannot set",
  ],
  [
    "net.connect({ port: 1, localAddress: '10.0.0.1' });",
    "Bun cannot set IP_BIND_ADDRESS_NO_PORT.",
    { settings: { runtime: "bun" } },
  ],
  [
    "Deno.createHttpClient({ localAddress: '10.0.0.1' });",
    "then `Address already in use`: `localAddress` holds a port for every one. Deno cannot set",
    { settings: { runtime: "deno" } },
  ],
  ["net.connect({ port: 1, localAddress: '::' });", "the wildcard `localAddress` selects nothing."],
]);
words("arguments in messages", "valid-listen-arguments", NET, [
  ["server.listen(99999);", "Throws ERR_SOCKET_BAD_PORT: 99999 is not a port."],
  ["server.listen(-1);", "Throws ERR_SOCKET_BAD_PORT: -1 is not a port."],
  ["server.listen(1.5);", "Throws ERR_SOCKET_BAD_PORT: 1.5 is not a port."],
  ["server.listen({ port: 'abc' });", 'Throws ERR_SOCKET_BAD_PORT: "abc" is not a port.'],
  ["server.listen(80n);", "Throws ERR_INVALID_ARG_VALUE: 80n is not a port."],
  [
    "server.listen(process.env.PORT || 99999);",
    "Throws ERR_SOCKET_BAD_PORT where nothing else is configured: 99999 is not a port.",
  ],
  ["server.listen(60000 + Math.floor(Math.random() * 10000));", "this port goes from 60000 to 69999."],
  ["server.listen(3000 + Math.random() * 10);", "Throws ERR_SOCKET_BAD_PORT: this port is computed and not rounded."],
  ["server.listen({ host: '::' });", "Throws ERR_INVALID_ARG_VALUE: the options have neither `port` nor `path`."],
  ["server.listen('127.0.0.1', port);", 'Opens a socket file or pipe named "127.0.0.1", not a port'],
  ["server.listen(host, port);", "Opens a socket file or pipe named after the host, not a port"],
  [
    "dgram.createSocket('udp4').bind(70000);",
    "Binds port 4464 without an error: 70000 is not a port, and only its low 16 bits count.",
  ],
  [
    "dgram.createSocket('udp4').bind(65536);",
    "Binds a port of the kernel's choice without an error: 65536 is not a port.",
  ],
  [
    "dgram.createSocket('udp4').bind(60000 + Math.floor(Math.random() * 10000));",
    "Binds another port for a part of its values: this port goes from 60000 to 69999.",
  ],
  [
    "dgram.createSocket('udp4').bind('5000');",
    'Deno\'s dgram takes no text for a port, here "5000".',
    { settings: { runtime: "deno" } },
  ],
]);
words("arguments in messages of other runtimes", "valid-listen-arguments", "", [
  [
    "Deno.listenTls({ port: 1, reusePort: 'yes' });",
    'Fails with a TypeError: `reusePort` has to be a boolean, and is "yes".',
    { settings: { runtime: "deno" } },
  ],
  [
    "Bun.listen({ hostname: '::', port: 1, reusePort: {}, socket: {} });",
    "Fails with ERR_INVALID_ARG_TYPE: `reusePort` has to be a boolean, and is an object.",
    { settings: { runtime: "bun" } },
  ],
]);
words("long text in messages", "valid-listen-arguments", NET, [
  [
    "server.listen({ port: 'the-port-that-nobody-ever-could-open' });",
    'Throws ERR_SOCKET_BAD_PORT: "the-port-that-nobody-ever-coul" is not a port.',
  ],
  [
    "server.listen('2001:0db8:0000:0000:0000:0000:0000:0001', 80);",
    'Opens a socket file or pipe named "2001:0db8:0000:0000:0000:0000:", not a port',
  ],
]);
words("values in messages", "no-ignored-socket-option", NET, [
  ["server.listen({ port: 1, reusePort: 'yes' });", 'not as "yes".'],
  ["server.listen({ port: 1, reusePort: 1 });", "not as 1."],
  [
    "server.listen(1, { reusePort: true });",
    "it does not stand in the first argument. Instead, pass one options object, with the port in it, as the first argument.",
  ],
  ["dgram.createSocket('udp4', { reuseAddr: true });", "Instead, pass one object with `type` as the first argument."],
  [
    "server.listen({ port: 1, reusePort: true });",
    "Raise engines.node of package.json (>=20), which admits such versions.",
    { package: { engines: { node: ">=20" } } },
  ],
]);

describe("a range of ephemeral ports in options", () => {
  for (const [range, problem] of [
    [null, null],
    [[1, 2], null],
    [[5, 5], null],
    [[6, 5], 'option "range" expects the first port before the last, got [6,5].'],
  ] as const)
    it(JSON.stringify(range), () => assert.equal(ephemeral.meta.optionsProblem!({ range }), problem));
});
