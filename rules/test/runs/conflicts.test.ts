import assert from "node:assert/strict";
import { said, type Sources } from "./project.ts";

const HTTP = 'import http from "node:http";';
const LISTEN = `${HTTP} http.createServer().listen(3000);`;
const CLUSTER = 'import cluster from "node:cluster";';
const THREAD = 'import { Worker } from "node:worker_threads";';
const CHILD = 'import { fork } from "node:child_process";';
const listen = (options: string) => `${HTTP} http.createServer().listen(${options});`;

function table(
  title: string,
  rule: string,
  rows: readonly (readonly [what: string, sources: Sources, expected: string])[],
) {
  describe(title, () => {
    for (const [what, sources, expected] of rows)
      it(what, () => assert.equal(said(rule, { "package.json": {}, ...sources }, "server.js"), expected));
  });
}

table("processes and threads that others start on one port", "no-worker-port-conflict", [
  ["none", { "server.js": LISTEN }, ""],
  ["one thread", { "server.js": LISTEN, "main.js": `${THREAD} new Worker("./server.js");` }, ""],
  [
    "threads in a loop",
    { "server.js": LISTEN, "main.js": `${THREAD} for (const x of list) new Worker("./server.js");` },
    "startedThreads",
  ],
  [
    "threads in a loop that each want it",
    {
      "server.js": listen("{ port: 3000, exclusive: true }"),
      "main.js": `${THREAD} for (const x of list) new Worker("./server.js");`,
    },
    "startedThreads",
  ],
  [
    "processes in a loop",
    { "server.js": LISTEN, "main.js": `${CHILD} for (const x of list) fork("server.js");` },
    "startedProcesses",
  ],
  [
    "processes in a loop that may not be gone round",
    { "server.js": LISTEN, "main.js": `${CHILD} if (x) for (const x of list) fork("server.js");` },
    "",
  ],
  [
    "processes in a loop that share",
    {
      "server.js": listen("{ port: 3000, reusePort: true }"),
      "main.js": `${CHILD} for (const x of list) fork("server.js");`,
    },
    "",
  ],
  [
    "processes in a loop that open any port",
    { "server.js": listen("0"), "main.js": `${CHILD} for (const x of list) fork("server.js");` },
    "",
  ],
  [
    "processes in a loop with a port that nobody sees",
    { "server.js": listen("port"), "main.js": `${CHILD} for (const x of list) fork("server.js");` },
    "",
  ],
  [
    "processes in a loop with a port of the environment",
    { "server.js": listen("process.env.PORT"), "main.js": `${CHILD} for (const x of list) fork("server.js");` },
    "startedProcesses",
  ],
  [
    "processes in a loop with a port that each gets anew",
    {
      "server.js": listen("process.env.PORT"),
      "main.js": `${CHILD} for (const x of list) fork("server.js", [], { env: { PORT: x } });`,
    },
    "",
  ],
  [
    "processes in a loop with a port that all get",
    {
      "server.js": listen("process.env.PORT"),
      "main.js": `${CHILD} for (const x of list) fork("server.js", [], { env: { PORT: "3000" } });`,
    },
    "startedProcesses",
  ],
  [
    "processes in a loop with an argument each",
    {
      "server.js": listen("Number(process.argv[2])"),
      "main.js": `${CHILD} for (const x of list) fork("server.js", [x]);`,
    },
    "",
  ],
  [
    "the workers of a cluster",
    {
      "server.js": LISTEN,
      "main.js": `${CLUSTER} cluster.setupPrimary({ exec: "server.js" }); for (const x of list) cluster.fork();`,
    },
    "",
  ],
  [
    "the workers of a cluster that each want it",
    {
      "server.js": listen("{ port: 3000, exclusive: true }"),
      "main.js": `${CLUSTER} cluster.setupPrimary({ exec: "server.js" }); for (const x of list) cluster.fork();`,
    },
    "exclusiveInCluster",
  ],
  [
    "two of a kind",
    { "server.js": LISTEN, "main.js": `${CHILD} fork("server.js"); fork("server.js");` },
    "startedProcesses",
  ],
  [
    "two of a kind, one after the other",
    { "server.js": LISTEN, "main.js": `${CHILD} fork("server.js"); await done; fork("server.js");` },
    "",
  ],
  [
    "two of a kind, one or the other",
    { "server.js": LISTEN, "main.js": `${CHILD} if (x) fork("server.js"); else fork("server.js");` },
    "",
  ],
  [
    "two of a kind, with a port each",
    {
      "server.js": listen("process.env.PORT"),
      "main.js": `${CHILD} fork("server.js", { env: { PORT: 1 } }); fork("server.js", { env: { PORT: 2 } });`,
    },
    "",
  ],
  ["two of two kinds", { "server.js": LISTEN, "w.js": "", "main.js": `${CHILD} fork("server.js"); fork("w.js");` }, ""],
  [
    "its launcher, which listens too",
    { "server.js": LISTEN, "main.js": `${CHILD} import "./server.js"; fork("server.js");` },
    "beside",
  ],
  [
    "its launcher, which may listen too",
    { "server.js": LISTEN, "main.js": `${CHILD} if (x) import("./server.js"); fork("server.js");` },
    "",
  ],
  [
    "its launcher, which listens to another port",
    { "server.js": LISTEN, "main.js": `${CHILD} ${listen("3001")} fork("server.js");` },
    "",
  ],
]);

const OTHER = { "main.js": 'import "./other.js"; import "./server.js";' };
const STARTS = `${HTTP} export const open = (port) => http.createServer().listen(port);`;

table("a listen of another module of the program", "no-duplicate-listen", [
  ["on the same port", { ...OTHER, "server.js": LISTEN, "other.js": LISTEN }, "port"],
  ["on another port", { ...OTHER, "server.js": LISTEN, "other.js": listen("3001") }, ""],
  ["on any port", { ...OTHER, "server.js": listen("0"), "other.js": listen("0") }, ""],
  ["of another program", { "main.js": 'import "./server.js";', "server.js": LISTEN, "other.js": LISTEN }, ""],
  [
    "under a condition",
    { ...OTHER, "server.js": LISTEN, "other.js": `${HTTP} if (x) http.createServer().listen(3000);` },
    "",
  ],
  ["that shares", { ...OTHER, "server.js": LISTEN, "other.js": listen("{ port: 3000, reusePort: true }") }, ""],
  [
    "on another address",
    { ...OTHER, "server.js": listen('3000, "127.0.0.1"'), "other.js": listen('3000, "127.0.0.2"') },
    "",
  ],
  [
    "on every address",
    { ...OTHER, "server.js": listen('3000, "127.0.0.1"'), "other.js": listen('3000, "0.0.0.0"') },
    "wildcard",
  ],
  [
    "that is closed",
    {
      ...OTHER,
      "server.js": LISTEN,
      "other.js": `${HTTP} const s = http.createServer(); s.listen(3000); s.close();`,
    },
    "",
  ],
  [
    "that runs later",
    { "main.js": 'import "./server.js"; import "./other.js";', "server.js": LISTEN, "other.js": LISTEN },
    "",
  ],
  [
    "of datagrams",
    {
      ...OTHER,
      "server.js": LISTEN,
      "other.js": 'import dgram from "node:dgram"; dgram.createSocket("udp4").bind(3000);',
    },
    "",
  ],
  [
    "in a function that it calls",
    {
      "main.js": 'import { open } from "./other.js"; import "./server.js"; open(3000);',
      "server.js": LISTEN,
      "other.js": STARTS,
    },
    "",
  ],
  [
    "in a function that is called before",
    {
      "main.js": 'import "./first.js"; import "./server.js";',
      "first.js": 'import { open } from "./other.js"; open(3000);',
      "server.js": LISTEN,
      "other.js": STARTS,
    },
    "port",
  ],
  [
    "in the workers of a cluster",
    {
      ...OTHER,
      "server.js": LISTEN,
      "other.js": LISTEN,
      "pool.js": `${CLUSTER} cluster.setupPrimary({ exec: "main.js" }); cluster.fork();`,
    },
    "",
  ],
]);

table("a listen of another module that shares the port", "no-mixed-reuse-port", [
  ["the same", { ...OTHER, "server.js": LISTEN, "other.js": listen("{ port: 3000, reusePort: true }") }, "mixed"],
  ["another", { ...OTHER, "server.js": LISTEN, "other.js": listen("{ port: 3001, reusePort: true }") }, ""],
  [
    "where some platforms share",
    { ...OTHER, "server.js": LISTEN, "other.js": listen("{ port: 3000, reusePort: x }") },
    "",
  ],
  [
    "on another address",
    {
      ...OTHER,
      "server.js": listen('3000, "127.0.0.1"'),
      "other.js": listen('{ port: 3000, host: "127.0.0.2", reusePort: true }'),
    },
    "",
  ],
]);
