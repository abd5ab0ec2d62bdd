import { table } from "./found.ts";

const NET = `import net from "node:net"; import http from "node:http"; import cluster from "node:cluster"; import { Worker, isMainThread } from "node:worker_threads"; import { fork } from "node:child_process"; import os from "node:os";
const server = net.createServer();
`;
const ALONE = `import net from "node:net";\nconst server = net.createServer();\n`;
const LINUX = { settings: { platforms: ["linux"] } };
const inWorkers = (listen: string, fork = "for (let i = 0; i < 4; i++) cluster.fork();") =>
  `if (cluster.isPrimary) { ${fork} }\nelse {\n${listen}\n}`;
const inThreads = (listen: string, start = "for (let i = 0; i < 4; i++) new Worker(import.meta.filename);") =>
  `if (isMainThread) { ${start} }\nelse {\n${listen}\n}`;

table(
  "`reusePort` without a second process",
  "no-silent-port-sharing",
  ALONE,
  [
    ["server.listen({ port: 80, reusePort: true });", "shares@1"],
    ["server.listen({ port, reusePort: true });", "shares@1"],
    ["server.listen({ port: 0, reusePort: true });", ""],
    ["server.listen({ path: '/run/a', reusePort: true });", ""],
    ["server.listen({ port: 80, reusePort: false });", ""],
    ["server.listen({ port: 80, reusePort: share });", ""],
    ["server.listen({ port: 80, reusePort: process.platform === 'linux' });", ""],
    ["server.listen({ port: 80, ...(x && { reusePort: true }) });", ""],
    ["if (x) server.listen({ port: 80, reusePort: true });", ""],
  ],
  LINUX,
);
table(
  "`reusePort` with a second process",
  "no-silent-port-sharing",
  NET,
  [
    ["server.listen({ port: 80, reusePort: true });\nnew Worker('./a.js');", ""],
    ["server.listen({ port: 80, reusePort: true });\nfork('./a.js');", ""],
    [inWorkers("server.listen({ port: 80, reusePort: true });"), ""],
  ],
  LINUX,
);
table("`reusePort` away from Linux", "no-silent-port-sharing", NET, [
  ["server.listen({ port: 80, reusePort: true });", ""],
  [
    "server.listen({ port: 80, reusePort: true });",
    "againstSingle@1",
    { settings: { listens: "single", platforms: ["linux"] } },
  ],
  ["server.listen({ port: 80, reusePort: share });", "", { settings: { listens: "single", platforms: ["linux"] } }],
  [
    "server.listen({ port: 80, reusePort: true });",
    "againstSingle@1",
    { settings: { listens: "single", platforms: ["darwin"], runtime: "bun" } },
  ],
  [
    "server.listen({ port: 80, reusePort: process.platform === 'linux' });",
    "againstSingle@1",
    { settings: { listens: "single" } },
  ],
  ["server.listen({ port: 80, reusePort: process.platform === 'plan9' });", "", { settings: { listens: "single" } }],
  ["server.listen({ port: 80, reusePort: true });", "", { settings: { listens: "single" } }],
  ["server.listen({ port: 80, reusePort: true });", "", { settings: { listens: "shared", platforms: ["linux"] } }],
  [
    "server.listen({ port: 80, reusePort: true });\nfork('./a.js');",
    "againstSingle@1",
    { settings: { listens: "single", platforms: ["linux"] } },
  ],
]);
table(
  "Bun's cluster",
  "no-silent-port-sharing",
  NET,
  [
    [inWorkers("http.createServer().listen(80);"), "sharesInBunCluster@3"],
    [inWorkers("http.createServer().listen({ port: 80, reusePort: true });"), ""],
    [inWorkers("server.listen(80);"), ""],
    ["http.createServer().listen(80);", ""],
  ],
  { settings: { runtime: "bun" } },
);
table(
  "Bun's cluster away from Linux",
  "no-silent-port-sharing",
  NET,
  [[inWorkers("http.createServer().listen(80);"), ""]],
  { settings: { runtime: "bun", platforms: ["darwin"] } },
);

table("`reusePort` where it is refused", "no-unguarded-reuse-port", NET, [
  ["new net.BoundSocket({ port: 0, reusePort: true });", "unguarded@1"],
  ["server.listen({ port: 80, reusePort: true });", "unguarded@1"],
  ["server.listen({ port, reusePort: true });", "unguarded@1"],
  ["server.listen({ port: 0, reusePort: true });", ""],
  ["server.listen({ port: 80, reusePort: false });", ""],
  ["server.listen({ port: 80, reusePort: share });", ""],
  ["server.listen({ port: 80, reusePort: process.platform === 'linux' });", ""],
  ["server.listen({ port: 80, reusePort: process.platform !== 'win32' });", "halfGuarded@1"],
  ["server.listen({ port: 80, reusePort: process.platform !== 'darwin' });", "halfGuarded@1"],
  ["server.listen({ port: 80, reusePort: process.platform !== 'linux' });", "halfGuarded@1"],
  ["server.listen({ port: 80, ...(process.platform === 'win32' && { reusePort: true }) });", "halfGuarded@1"],
  ["if (process.platform === 'linux') server.listen({ port: 80, reusePort: true });", ""],
  ["if (process.platform === 'win32') server.listen({ port: 80, reusePort: true });", "halfGuarded@1"],
  ["if (os.platform() === 'linux') server.listen({ port: 80, reusePort: true });", ""],
  [
    "server.on('error', (e) => { if (e.code === 'ENOTSUP') server.listen(80); });\nserver.listen({ port: 80, reusePort: true });",
    "",
  ],
  ["new net.BoundSocket({ port: 80, reusePort: true });", "unguarded@1"],
]);
table("`reusePort` on some platforms", "no-unguarded-reuse-port", NET, [
  ["server.listen({ port: 80, reusePort: true });", "", LINUX],
  ["server.listen({ port: 80, reusePort: true });", "", { settings: { platforms: ["linux", "freebsd", "aix"] } }],
  ["server.listen({ port: 80, reusePort: true });", "unguarded@1", { settings: { platforms: ["linux", "openbsd"] } }],
  [
    "server.listen({ port: 80, reusePort: process.platform !== 'darwin' });",
    "",
    { settings: { platforms: ["linux", "darwin"] } },
  ],
  ["server.listen({ port: 80, reusePort: true });", "", { settings: { runtime: "bun" } }],
  ["server.listen({ port: 80, reusePort: true });", "", { package: { engines: { node: "20.x" } } }],
]);

table("a listen without a policy", "require-reuse-option", NET, [
  ["server.listen(80);", "noPolicy@1"],
  ["server.listen(port);", "noPolicy@1"],
  ["server.listen(0);", ""],
  ["server.listen('/run/a');", ""],
  ["server.listen({ port: 80, reusePort: false });", ""],
  ["server.listen({ port: 80, exclusive: true });", ""],
  ["server.listen({ port: 80, exclusive: false });", ""],
  ["server.listen({ port: 80, reusePort: undefined });", "noPolicy@1"],
  ["server.listen({ port: 80, reusePort: share });", ""],
  ["server.listen({ port: 80, ...rest });", ""],
  ["server.listen(99999);", ""],
  ["server.listen(80, { reusePort: true });", ""],
  ["server.listen(80);\nserver.listen(80);", "noPolicy@1"],
  ["server.listen('localhost', 80);", ""],
  ["server.listen({ host: '::' });", ""],
  ["server.listen(60000 + Math.floor(Math.random() * 10000));", "noPolicy@1"],
  ["server.listen(80);\nserver.listen(81);", "noPolicy@1"],
  [inWorkers("server.listen(80);"), ""],
  [inThreads("server.listen(80);"), "workerNoPolicy@3"],
  [inThreads("server.listen(80 + threadId);"), ""],
  [inThreads("server.listen(80);", "new Worker(import.meta.filename);"), "workerNoPolicy@3"],
]);
table("a listen on a name that has two addresses", "require-reuse-option", NET, [
  ["server.listen(80, 'localhost');", "noPolicyOnName@1", { settings: { runtime: "bun" } }],
  ["server.listen(80, '127.0.0.1');", "noPolicy@1", { settings: { runtime: "bun" } }],
  ["server.listen(80, 'localhost');", "noPolicy@1"],
  ["server.listen(80);", "", { settings: { listens: "single" } }],
  ["server.listen(80);", "noPolicy@1", { settings: { listens: "shared" } }],
]);

table("one port in many workers", "no-worker-port-conflict", NET, [
  [inThreads("server.listen(80);"), "threads@3"],
  [inThreads("server.listen(80);", "new Worker(import.meta.filename);"), ""],
  [inThreads("server.listen(0);"), ""],
  [inThreads("server.listen({ port: 80, reusePort: true });"), ""],
  [inThreads("server.listen({ port: 80, reusePort: false });"), ""],
  [inThreads("server.listen({ port: 80, exclusive: true });"), "threads@3"],
  [`server.listen(80);\n${inThreads("server.listen(80);", "new Worker(import.meta.filename);")}`, "beside@1"],
  [inWorkers("server.listen(80);"), ""],
  [inWorkers("server.listen({ port: 80, exclusive: true });"), "exclusiveInCluster@3"],
  [inWorkers("server.listen({ port: 80, exclusive: true });", "cluster.fork();"), ""],
  [inWorkers("server.listen({ port: 0, exclusive: true });"), ""],
  [inWorkers("server.listen({ port: 80, exclusive: false });"), ""],
  [
    "if (process.argv[2] === 'child') {\nserver.listen(80);\n} else for (let i = 0; i < 4; i++) fork(import.meta.filename, ['child']);",
    "processes@2",
  ],
  ["if (process.argv[2] === 'child') {\nserver.listen(80);\n} else fork(import.meta.filename, ['child']);", ""],
]);
table("one of two listens that share", "no-mixed-reuse-port", NET, [
  ["server.listen({ port: 80, reusePort: true });\nnet.createServer().listen(80);", "mixed@2"],
  ["server.listen(80);\nnet.createServer().listen({ port: 80, reusePort: true });", "mixed@1"],
  ["server.listen({ port: 80, reusePort: true });\nnet.createServer().listen({ port: 80, reusePort: true });", ""],
  [
    "server.listen({ port: 80, reusePort: true });\nnet.createServer().listen({ port: 80, reusePort: false });",
    "mixed@2",
  ],
  ["server.listen({ port: 80, reusePort: true });\nnet.createServer().listen({ port: 80, reusePort: share });", ""],
  ["server.listen({ port: 80, reusePort: true });\nnet.createServer().listen(81);", ""],
  ["server.listen(80);\nnet.createServer().listen(80);", ""],
]);
table("workers past their primary", "no-cluster-bypass", NET, [
  ["cluster.on('listening', f);\nserver.listen({ port: 80, reusePort: true });", ""],
  [inWorkers("server.listen({ port: 80, reusePort: true });", "cluster.fork().on('listening', f);"), "bypass@3"],
  [inWorkers("server.listen({ port: 80, reusePort: true });", "cluster.fork();"), ""],
  [inWorkers("server.listen({ port: 80, reusePort: false });", "cluster.fork().on('listening', f);"), ""],
  [inWorkers("server.listen({ port: 80, reusePort: share });", "cluster.fork().on('listening', f);"), ""],
  [
    inWorkers(
      "server.listen({ port: 80, reusePort: process.platform === 'linux' });",
      "cluster.fork().on('listening', f);",
    ),
    "bypass@3",
  ],
  [
    inWorkers(
      "server.listen({ port: 80, reusePort: process.platform === 'x' });",
      "cluster.fork().on('listening', f);",
    ),
    "",
  ],
  [inWorkers("server.listen(80);", "cluster.fork().on('listening', f);"), ""],
  [inWorkers("", "cluster.fork().on('listening', f); server.listen({ port: 80, reusePort: true });"), ""],
  [inWorkers("server.listen({ port: 80, reusePort: true });", "cluster.fork().disconnect();"), "bypass@3"],
  [
    inWorkers("server.listen({ port: 80, reusePort: true });", "cluster.fork().on('listening', f);"),
    "",
    { settings: { runtime: "bun" } },
  ],
]);

table("a port that a connection may hold", "no-ephemeral-server-port", NET, [
  ["server.listen(40000);", "ephemeral@1"],
  ["server.listen(32768);", "ephemeral@1"],
  ["server.listen(32767);", ""],
  ["server.listen(60999);", "ephemeral@1"],
  ["server.listen(61000);", ""],
  ["server.listen(0);", ""],
  ["server.listen('/run/a');", ""],
  ["server.listen(process.env.PORT || 40000);", "ephemeral@1"],
  ["server.listen(process.env.PORT || 4000);", ""],
  ["server.listen(port);", ""],
  ["server.listen(40000 + Math.floor(Math.random() * 1000));", "ephemeral@1"],
  ["server.listen(32000 + Math.floor(Math.random() * 1000));", ""],
  ["server.listen(60500 + Math.floor(Math.random() * 1000));", ""],
  ["server.listen(40000 + Math.random() * 1000);", ""],
  ["net.connect(40000);", ""],
]);
table(
  "a port that a connection may hold, away from Linux",
  "no-ephemeral-server-port",
  NET,
  [
    ["server.listen(40000);", ""],
    ["server.listen(49151);", ""],
    ["server.listen(49152);", "ephemeral@1"],
    ["server.listen(65535);", "ephemeral@1"],
    ["server.listen(40000);", "ephemeral@1", { settings: { platforms: ["linux", "darwin"] } }],
    ["server.listen(40000);", "ephemeral@1", { settings: { platforms: ["freebsd"] } }],
  ],
  { settings: { platforms: ["darwin", "win32"] } },
);
