import assert from "node:assert/strict";
import { whole, type Sources } from "./project.ts";

const HTTP = 'import http from "node:http";';
const LISTEN = `${HTTP} http.createServer().listen(3000);`;
const CLUSTER = 'import cluster from "node:cluster";';
const THREAD = 'import { Worker } from "node:worker_threads";';
const CHILD = 'import { fork } from "node:child_process";';
const POOL = `${CLUSTER} cluster.setupPrimary({ exec: "server.js" });`;
const EACH = "for (const x of list)";
const PORT = ["listener-blocks-reuse-addr", "reuse-port-needs-all"];
const facts = (...ids: readonly string[]) => `Facts: ${ids.join(", ")}`;

/** Rows of a project, with what a rule says of `server.js`, the places in other files that belong to it, and its facts. */
function table(
  title: string,
  rule: string,
  rows: readonly (readonly [what: string, sources: Sources, said: readonly string[]])[],
) {
  describe(title, () => {
    for (const [what, sources, said] of rows)
      it(what, () => assert.deepEqual(whole(rule, { "package.json": {}, ...sources }, "server.js"), said));
  });
}

table("where a conflict of workers comes from", "no-worker-port-conflict", [
  [
    "threads",
    { "server.js": LISTEN, "main.js": `${THREAD} ${EACH} new Worker("./server.js");` },
    [
      "All worker threads but the first that main.js starts fail with EADDRINUSE: all open port 3000.",
      'main.js new Worker("./server.js"): They are started here.',
      facts("node-worker-threads-conflict", "reuse-port-needs-all"),
    ],
  ],
  [
    "processes",
    { "server.js": LISTEN, "main.js": `${CHILD} ${EACH} fork("server.js");` },
    [
      "All processes but the first that main.js starts fail with EADDRINUSE: all open port 3000.",
      'main.js fork("server.js"): They are started here.',
      facts(...PORT),
    ],
  ],
  [
    "workers of a cluster with `exclusive`",
    {
      "server.js": `${HTTP} http.createServer().listen({ port: 3000, exclusive: true });`,
      "main.js": `${POOL} ${EACH} cluster.fork();`,
    },
    [
      "All workers but the first fail with EADDRINUSE: with `exclusive: true` every one binds port 3000 itself.",
      "main.js cluster.fork(): They are started here.",
      facts("cluster-exclusive-conflicts", "cluster-shares-by-default"),
    ],
  ],
  [
    "a parent that listens too",
    { "server.js": LISTEN, "main.js": `${CHILD} import "./server.js"; fork("server.js");` },
    [
      "Either the parent or its child processes fail with EADDRINUSE: `listen()` opens port 3000 in both.",
      'main.js fork("server.js"): They are started here.',
      facts("listener-blocks-reuse-addr"),
    ],
  ],
  [
    "a main thread that listens too",
    { "server.js": LISTEN, "main.js": `${THREAD} import "./server.js"; new Worker("./server.js");` },
    [
      "Either the main thread or its worker threads fail with EADDRINUSE: `listen()` opens port 3000 in both.",
      'main.js new Worker("./server.js"): They are started here.',
      facts("listener-blocks-reuse-addr"),
    ],
  ],
]);

table("where the other listen of two is", "no-duplicate-listen", [
  [
    "in another module",
    { "server.js": LISTEN, "other.js": LISTEN, "main.js": 'import "./other.js"; import "./server.js";' },
    [
      "One of two listens fails with EADDRINUSE: `listen()` in line 1 of other.js opens port 3000 too.",
      "other.js listen: The first listen on this port.",
      facts("listener-blocks-reuse-addr", "first-listen-wins"),
    ],
  ],
  [
    "in the same one",
    { "server.js": `${LISTEN}\nhttp.createServer().listen(3000);` },
    [
      "One of two listens fails with EADDRINUSE: `listen()` in line 1 opens port 3000 too.",
      "server.js listen: The first listen on this port.",
      facts("listener-blocks-reuse-addr", "first-listen-wins"),
    ],
  ],
]);

table("who loads a module that listens", "no-listen-on-import", [
  [
    "a test",
    {
      "server.js": `${HTTP} export const app = http.createServer(); app.listen(3000);`,
      "server.test.js": 'import { app } from "./server.js"; request(app);',
    },
    [
      "Every test process that imports this module opens port 3000: `app.listen()` runs on import.",
      'server.test.js import { app } from "./server.js";: This test imports the module.',
      facts("listener-blocks-reuse-addr"),
    ],
  ],
]);

table("where a socket is made", "require-multicast-reuse-addr", [
  [
    "by a base class",
    {
      "base.js":
        'import dgram from "node:dgram"; export class Base { constructor() { this.socket = dgram.createSocket("udp4"); } }',
      "server.js":
        'import { Base } from "./base.js"; export class Receiver extends Base { start() { this.socket.bind(5000, () => this.socket.addMembership("239.1.1.1")); } }',
    },
    [
      "The next program that receives the group on port 5000 fails with EADDRINUSE: its socket has no `reuseAddr`.",
      "base.js createSocket: The socket is made here.",
      'server.js this.socket.addMembership("239.1.1.1"): The group is joined here.',
      facts("multicast-receiver-needs-reuse-addr", "udp-multicast-to-all"),
    ],
  ],
]);

const GROUP = `import dgram from "node:dgram"; const socket = dgram.createSocket({ type: "udp4", reuseAddr: true }); socket.bind(5000, () => socket.addMembership("239.1.1.1"));`;
table("who starts workers that join one group", "valid-multicast-membership", [
  [
    "another file",
    { "server.js": GROUP, "main.js": `${POOL} ${EACH} cluster.fork();` },
    [
      "The join fails with EADDRINUSE in all workers but one: they share the primary's socket on port 5000.",
      "server.js bind: The workers bind one socket here.",
      "main.js cluster.fork(): The workers are started here.",
      facts("cluster-dgram-membership-once", "cluster-dgram"),
    ],
  ],
]);

table("who relies on the primary of workers that pass it by", "no-cluster-bypass", [
  [
    "another file",
    {
      "server.js": `${HTTP} http.createServer().listen({ port: 3000, reusePort: true });`,
      "main.js": `${POOL} ${EACH} cluster.fork(); cluster.on("listening", () => {});`,
    },
    [
      "The primary sees no 'listening', and `worker.disconnect()` leaves the port open: `reusePort` bypasses it.",
      "main.js on: Here the program relies on the primary.",
      facts("cluster-reuse-port-bypasses-primary", "cluster-shares-by-default"),
    ],
  ],
]);

const NET = 'import net from "node:net";\n';
const CLIENT = "net.connect({ port: 80, localPort: 5000 });\n";
const SECOND =
  "A second connection to the same server fails with EADDRNOTAVAIL or EADDRINUSE: both use local port 5000.";
table("which listens stand in the way of a local port", "no-fixed-local-port", [
  ["none", { "server.js": NET + CLIENT }, [SECOND, facts("fixed-local-port", "node-local-port")]],
  [
    "those on the same port",
    {
      "server.js": `${NET}${CLIENT}net.createServer().listen(5000);\nnet.createServer().listen(5001);\nnet.connect(5000);\n`,
    },
    [SECOND, "server.js listen: This listen opens the same port.", facts("fixed-local-port", "node-local-port")],
  ],
]);

const ON_BUN = { "package.json": { portreuse: { runtime: "bun" } } };
const AGENT =
  'import http from "node:http";\nexport function f(url) { return go(http.get(url, { agent: new http.Agent() })); }\n';
table("facts of one runtime", "no-agent-per-request", [
  [
    "on Node.js",
    { "server.js": AGENT },
    [
      "Every call opens connections of its own: no other request uses this `new http.Agent()`.",
      facts("node-agent-per-request"),
    ],
  ],
  [
    "on another",
    { ...ON_BUN, "server.js": AGENT },
    ["Every call opens connections of its own: no other request uses this `new http.Agent()`.", facts()],
  ],
]);
const ANY_PORT = `${NET}net.createServer().listen({ port: 0, reusePort: true });\n`;
const NOTHING =
  "Nothing is shared: on port 0 the kernel gives every TCP listen a port of its own, with `reusePort` too.";
table("facts of `reusePort` on any port", "no-ignored-socket-option", [
  [
    "on Node.js",
    { "server.js": ANY_PORT },
    [NOTHING, facts("node-reuse-port-port-zero", "tcp-port-zero-never-shares")],
  ],
  ["on another", { ...ON_BUN, "server.js": ANY_PORT }, [NOTHING, facts("tcp-port-zero-never-shares")]],
  [
    "in an argument of a bind that nobody reads",
    { "server.js": 'import dgram from "node:dgram";\ndgram.createSocket("udp4").bind(5000, { reusePort: true });\n' },
    ["`reusePort` has no effect on `bind()`: it does not stand in the first argument.", facts()],
  ],
  ["without a port", { "server.js": `${NET}net.createServer().listen({ reusePort: true });\n` }, []],
]);
