import assert from "node:assert/strict";
import { said, type Sources } from "./project.ts";

const HTTP = 'import http from "node:http";';
const LISTEN = `${HTTP} http.createServer().listen(3000);`;
const CLUSTER = 'import cluster from "node:cluster";';
const THREAD = 'import { Worker } from "node:worker_threads";';
const CHILD = 'import { fork } from "node:child_process";';
const POOL = `${CLUSTER} cluster.setupPrimary({ exec: "server.js" });`;
const EACH = "for (const x of list)";
const listen = (options: string) => `${HTTP} http.createServer().listen(${options});`;
const START = { "package.json": { scripts: { start: "node main.js" } } };

/** Rows of what starts `server.js`, with what the rule says there; `beside`: rules that are on, too. */
function table(
  title: string,
  rule: string,
  rows: readonly (readonly [what: string, sources: Sources, expected: string, beside?: readonly string[]])[],
) {
  describe(title, () => {
    for (const [what, sources, expected, beside] of rows)
      it(what, () => assert.equal(said(rule, { "package.json": {}, ...sources }, "server.js", beside), expected));
  });
}

table("a policy for a listen that other files start", "require-reuse-option", [
  ["as the program", { "server.js": LISTEN, "main.js": 'import "./server.js";', ...START }, "noPolicy"],
  ["as a process", { "server.js": LISTEN, "main.js": `${CHILD} fork("server.js");`, ...START }, "noPolicy"],
  ["as a thread", { "server.js": LISTEN, "main.js": `${THREAD} new Worker("./server.js");` }, "workerNoPolicy"],
  [
    "as a thread, for a program that may be another one",
    { "server.js": LISTEN, "main.js": `${THREAD} new Worker(x ? "./server.js" : "./other.js");`, "other.js": "" },
    "noPolicy",
  ],
  ["as the workers of a cluster", { "server.js": LISTEN, "main.js": `${POOL} ${EACH} cluster.fork();` }, ""],
  [
    "as threads with a port of their own",
    {
      "server.js": `import { workerData } from "node:worker_threads"; ${listen("3000 + workerData")}`,
      "main.js": `${THREAD} ${EACH} new Worker("./server.js", { workerData: x });`,
    },
    "",
  ],
  [
    "as processes with a port of their own",
    {
      "server.js": listen("process.env.PORT || 3000"),
      "main.js": `${CHILD} ${EACH} fork("server.js", [], { env: { PORT: x } });`,
    },
    "",
  ],
  [
    "as a process with a port that all have",
    {
      "server.js": listen("process.env.PORT || 3000"),
      "main.js": `${CHILD} fork("server.js", [], { env: { PORT: 3000 } });`,
    },
    "noPolicy",
  ],
]);

const BUN = { "package.json": { devDependencies: { "@types/bun": "1" }, portreuse: { runtime: "bun" } } };
const ON_BUN = 'Bun.listen({ hostname: "0.0.0.0", port: 3000, socket: { data() {} } });';
table("a policy for a listen in the workers of another file's cluster, on Bun", "require-reuse-option", [
  [
    "which share the primary's socket",
    {
      ...BUN,
      "server.js": 'import net from "node:net"; net.createServer().listen(3000);',
      "main.js": `${POOL} cluster.fork();`,
    },
    "",
  ],
  ["which bind by themselves", { ...BUN, "server.js": ON_BUN, "main.js": `${POOL} cluster.fork();` }, "noPolicy"],
  [
    "a thread that binds by itself",
    { ...BUN, "server.js": ON_BUN, "main.js": `${THREAD} new Worker("./server.js");` },
    "workerNoPolicy",
  ],
]);

const PAIR = { "server.js": LISTEN, "main.js": 'import "./other.js"; import "./server.js";' };
const MIXED = { ...PAIR, "other.js": listen("{ port: 3000, reusePort: true }") };
const TWICE = { ...PAIR, "other.js": LISTEN };
const POOLED = { "server.js": LISTEN, "main.js": `${CHILD} ${EACH} fork("server.js");` };
const TESTED = {
  "server.js": `${HTTP} export const app = http.createServer(); app.listen(3000);`,
  "server.test.js": 'import { app } from "./server.js"; request(app);',
};
table("a policy where another rule says more", "require-reuse-option", [
  ["no-mixed-reuse-port is on", MIXED, "", ["no-mixed-reuse-port"]],
  ["no-mixed-reuse-port is off", MIXED, "noPolicy", ["no-duplicate-listen", "no-worker-port-conflict"]],
  ["no-duplicate-listen is on", TWICE, "", ["no-duplicate-listen"]],
  ["no-duplicate-listen is off", TWICE, "noPolicy", ["no-mixed-reuse-port", "no-worker-port-conflict"]],
  ["no-worker-port-conflict is on", POOLED, "", ["no-worker-port-conflict"]],
  ["no-worker-port-conflict is off", POOLED, "noPolicy", ["no-mixed-reuse-port", "no-duplicate-listen"]],
  ["no-listen-on-import is on", TESTED, "", ["no-listen-on-import"]],
  ["no-listen-on-import is off", TESTED, "noPolicy"],
  [
    "valid-listen-arguments is on",
    { "server.js": listen("3000 * Math.random() * 30") },
    "",
    ["valid-listen-arguments"],
  ],
]);

const RELIES = `${POOL} ${EACH} cluster.fork(); cluster.on("listening", () => {});`;
const BYPASS = listen("{ port: 3000, reusePort: true }");
table("`reusePort` in workers that another file starts", "no-cluster-bypass", [
  ["the primary hears of a listen", { "server.js": BYPASS, "main.js": RELIES }, "bypass"],
  ["the primary hears of nothing", { "server.js": BYPASS, "main.js": `${POOL} ${EACH} cluster.fork();` }, ""],
  [
    "a primary of other workers hears of a listen",
    { "server.js": BYPASS, "other.js": "", "main.js": RELIES.replace("server.js", "other.js") },
    "",
  ],
  [
    "the workers may be others",
    { "server.js": BYPASS, "other.js": "", "main.js": RELIES.replace('"server.js"', 'x ? "server.js" : "other.js"') },
    "",
  ],
  [
    "they are processes of no cluster",
    {
      "server.js": BYPASS,
      "main.js": `${CLUSTER} ${CHILD} ${EACH} fork("server.js"); cluster.on("listening", () => {});`,
    },
    "",
  ],
]);

const LINUX = { "package.json": { portreuse: { platforms: ["linux"] } }, "server.js": BYPASS };
table("`reusePort` where another file starts the processes", "no-silent-port-sharing", [
  ["several", { ...LINUX, "main.js": `${CHILD} ${EACH} fork("server.js");` }, ""],
  ["two", { ...LINUX, "main.js": `${CHILD} fork("server.js"); fork("server.js");` }, ""],
  [
    "one, by one of two scripts",
    {
      ...LINUX,
      "package.json": { ...LINUX["package.json"], scripts: { start: "node server.js", dev: "node --watch server.js" } },
    },
    "shares",
  ],
  ["one", { ...LINUX, "main.js": `${CHILD} fork("server.js");` }, "shares"],
  ["none", LINUX, "shares"],
]);

const JOIN = `socket.bind(5000, () => socket.addMembership("239.1.1.1"));`;
const GROUP = `import dgram from "node:dgram"; const socket = dgram.createSocket({ type: "udp4", reuseAddr: true }); ${JOIN}`;
table("memberships in workers that another file starts", "valid-multicast-membership", [
  ["several in a cluster", { "server.js": GROUP, "main.js": `${POOL} ${EACH} cluster.fork();` }, "cluster"],
  ["one in a cluster", { "server.js": GROUP, "main.js": `${POOL} cluster.fork();` }, ""],
  ["several, perhaps", { "server.js": GROUP, "main.js": `${POOL} if (x) ${EACH} cluster.fork();` }, ""],
  ["several processes", { "server.js": GROUP, "main.js": `${CHILD} ${EACH} fork("server.js");` }, ""],
  [
    "several that may be others",
    {
      "server.js": GROUP,
      "w.js": "",
      "main.js": `${POOL.replace('"server.js"', 'x ? "server.js" : "w.js"')} ${EACH} cluster.fork();`,
    },
    "",
  ],
]);

const BASE = (options: string) =>
  `import dgram from "node:dgram"; export class Base { constructor() { this.socket = dgram.createSocket(${options}); } }`;
const RECEIVER = `import { Base } from "./base.js"; export class Receiver extends Base { start() { this.socket.bind(5000, () => this.socket.addMembership("239.1.1.1")); } }`;
table("a receiver whose socket another file makes", "require-multicast-reuse-addr", [
  ["without `reuseAddr`", { "base.js": BASE('"udp4"'), "server.js": RECEIVER }, "missingElsewhere"],
  ["with `reuseAddr`", { "base.js": BASE('{ type: "udp4", reuseAddr: true }'), "server.js": RECEIVER }, ""],
  ["with `reusePort`", { "base.js": BASE('{ type: "udp4", reusePort: true }'), "server.js": RECEIVER }, ""],
  ["for a port of the kernel's choice", { "base.js": BASE('"udp4"'), "server.js": RECEIVER.replace("5000", "0") }, ""],
  [
    "in a class that joins and one that does not",
    {
      "base.js": BASE('"udp4"'),
      "server.js": `${RECEIVER} export class Sender extends Base { start() { this.socket.bind(6000); } }`,
    },
    "missingElsewhere",
  ],
]);
