import assert from "node:assert/strict";
import type { GivenLaunches } from "../../src/runs/index.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { HOME, moduleIn, type Sources } from "./project.ts";
import { runs, table } from "./who-runs.ts";

const LISTEN = 'import http from "node:http"; http.createServer().listen(3000);';
const START =
  'import http from "node:http"; export function start() { http.createServer().listen(3000); } export function stop() {}';
const CLUSTER = 'import cluster from "node:cluster";';
const THREAD = 'import { Worker, isMainThread } from "node:worker_threads";';
const CHILD = 'import { fork } from "node:child_process"; import { join } from "node:path";';

table("who runs a listen: what is started", [
  ["nobody", { "server.js": LISTEN }, ""],
  ["a script", { "server.js": LISTEN, "package.json": { scripts: { start: "node server" } } }, "process 1 server.js"],
  [
    "a script of a file that loads it",
    { "server.js": LISTEN, "main.js": 'import "./server.js";', "package.json": { scripts: { start: "node main" } } },
    "process 1 main.js",
  ],
  [
    "a script of another file",
    { "server.js": LISTEN, "main.js": "", "package.json": { scripts: { start: "node main" } } },
    "",
  ],
  [
    "a script that sets its environment",
    { "server.js": LISTEN, "package.json": { scripts: { start: "A=1 B=$C node server" } } },
    "process 1 server.js A B*",
  ],
  [
    "a configuration of pm2",
    {
      "server.js": LISTEN,
      "pm2.json": { apps: [{ script: "server.js", instances: 3, exec_mode: "fork", increment_var: "PORT" }] },
    },
    "pm2-fork 3 server.js PORT*",
  ],
  [
    "a configuration of pm2 that names a bundle",
    {
      "server.js": LISTEN,
      "package.json": { main: "server.js" },
      "pm2.json": { apps: [{ script: "bundle.js", instances: 3 }] },
    },
    "pm2-cluster 3 server.js?",
  ],
  [
    "plain processes of a bundle",
    {
      "server.js": LISTEN,
      "package.json": { main: "server.js" },
      "pm2.json": { apps: [{ script: "bundle.js", instances: 3, exec_mode: "fork" }] },
    },
    "",
  ],
  ["a thread", { "server.js": LISTEN, "main.js": `${THREAD} new Worker("./server.js");` }, "thread 1 server.js"],
  [
    "threads in a loop",
    { "server.js": LISTEN, "main.js": `${THREAD} for (let i = 0; i < 3; i++) new Worker("./server.js");` },
    "thread 3 server.js",
  ],
  [
    "a thread in place of one that has ended",
    { "server.js": LISTEN, "main.js": `${THREAD} worker.on("exit", () => new Worker("./server.js"));` },
    "",
  ],
  ["a child", { "server.js": LISTEN, "main.js": `${CHILD} fork("server.js");` }, "process 1 server.js"],
  [
    "a child under a condition",
    { "server.js": LISTEN, "main.js": `${CHILD} if (x) fork("server.js");` },
    "process 1 server.js?",
  ],
  [
    "the workers of a cluster",
    { "server.js": LISTEN, "main.js": `${CLUSTER} cluster.setupPrimary({ exec: "server.js" }); cluster.fork();` },
    "cluster 1 server.js",
  ],
  [
    "the worker's branch",
    { "server.js": LISTEN, "main.js": `${CLUSTER} if (cluster.isPrimary) cluster.fork(); else import("./server.js");` },
    "cluster 1 main.js",
  ],
  [
    "the primary's branch",
    {
      "server.js": LISTEN,
      "main.js": `${CLUSTER} if (cluster.isPrimary) { cluster.fork(); import("./server.js"); }`,
    },
    "",
  ],
]);

table("who runs a listen: where paths count from", [
  [
    "the package, then the file's own folder",
    {
      "package.json": {},
      "w.js": "",
      "sub/w.js": "",
      "sub/main.js": `${CHILD} fork("server.js");`,
      "server.js": LISTEN,
      "sub/server.js": "",
    },
    "process 1 server.js",
  ],
  [
    "the file's own folder where the package's has none",
    { "package.json": {}, "sub/main.js": `${CHILD} fork("../server.js");`, "server.js": LISTEN },
    "process 1 server.js",
  ],
  [
    "the root where neither has one",
    { "package.json": {}, "sub/package.json": {}, "sub/main.js": `${CHILD} fork("server.js");`, "server.js": LISTEN },
    "process 1 server.js",
  ],
  [
    "nothing that is there",
    { "package.json": { main: "server.js" }, "main.js": `${CHILD} fork("none.js");`, "server.js": LISTEN },
    "",
  ],
  [
    "a worker of a cluster that is not there: what the package begins with",
    {
      "package.json": { main: "server.js" },
      "main.js": `${CLUSTER} cluster.setupPrimary({ exec: "dist/bundle.js" }); cluster.fork();`,
      "server.js": LISTEN,
    },
    "cluster 1 server.js?",
  ],
  [
    "the file",
    { "main.js": `${THREAD} new Worker(new URL("./server.js", import.meta.url));`, "server.js": LISTEN },
    "thread 1 server.js",
  ],
  ["an absolute path", { "main.js": `${CHILD} fork("/home/server.js");`, "server.js": LISTEN }, "process 1 server.js"],
  [
    "what `require.resolve` finds",
    {
      "package.json": { workspaces: ["p"] },
      "p/package.json": { name: "worker", main: "begin.js" },
      "p/begin.js": 'import "../server.js";',
      "main.js": `const { fork } = require("child_process"); fork(require.resolve("worker"));`,
      "server.js": LISTEN,
    },
    "process 1 p/begin.js",
  ],
  [
    "the beginning of a path",
    { "main.js": `${CHILD} fork(join(__dirname, "ser" + name));`, "server.js": LISTEN },
    "process 1 server.js?",
  ],
  [
    "the beginning of another path",
    { "main.js": `${CHILD} fork(join(__dirname, "jobs", name));`, "server.js": LISTEN, "jobs/a.js": "" },
    "",
  ],
  ["the folder above alone", { "sub/main.js": `${CHILD} fork(join(__dirname, "..", name));`, "server.js": LISTEN }, ""],
  ["a folder alone", { "main.js": `${CHILD} fork(join(__dirname, name));`, "server.js": LISTEN }, ""],
  ["nothing that is known", { "main.js": `${CHILD} fork(file);`, "server.js": LISTEN }, ""],
  [
    "the end of a path, for a cluster",
    {
      "package.json": {},
      "main.js": `${CHILD} ${CLUSTER} cluster.setupPrimary({ exec: join(dir, "server.mjs") }); cluster.fork();`,
      "server.js": LISTEN,
      "myserver.js": "",
    },
    "cluster 1 server.js?",
  ],
  [
    "the end of another path",
    {
      "package.json": { main: "server.js" },
      "main.js": `${CHILD} ${CLUSTER} cluster.setupPrimary({ exec: join(dir, "worker.js") }); cluster.fork();`,
      "server.js": LISTEN,
      "worker.js": "",
    },
    "",
  ],
  [
    "nothing that is known, for a cluster: what the package begins with, and its scripts",
    {
      "package.json": { scripts: { job: "node server.js" } },
      "main.js": `${CLUSTER} cluster.setupPrimary({ exec: file }); cluster.fork();`,
      "server.js": LISTEN,
    },
    "cluster 1 server.js?, process 1 server.js",
  ],
  [
    "the scripts of another package",
    {
      "package.json": {},
      "sub/package.json": { scripts: { job: "node ../server.js" } },
      "main.js": `${CLUSTER} cluster.setupPrimary({ exec: file }); cluster.fork();`,
      "server.js": LISTEN,
    },
    "process 1 server.js",
  ],
]);

table("who runs a listen: what starts itself", [
  [
    "a program by its own name",
    {
      "server.js": LISTEN,
      "main.js": `${THREAD} import "./server.js"; if (isMainThread) new Worker(process.argv[1]);`,
    },
    "thread 1 main.js",
  ],
  [
    "a cluster of a module that is loaded",
    {
      "server.js": LISTEN,
      "pool.js": `${CLUSTER} if (cluster.isPrimary) cluster.fork();`,
      "main.js": 'import "./pool.js"; import "./server.js";',
    },
    "cluster 1 main.js",
  ],
  [
    "a cluster whose types another module takes",
    {
      "server.js": LISTEN,
      "main.ts": `${CLUSTER} if (cluster.isPrimary) cluster.fork(); else import("./server.js"); export type Api = 1;`,
      "client.ts": 'import type { Api } from "./main";',
    },
    "cluster 1 main.ts",
  ],
  [
    "one of two programs that load it",
    {
      "server.js": LISTEN,
      "pool.js": `${CLUSTER} if (cluster.isPrimary) cluster.fork();`,
      "a.js": 'import "./pool.js";',
      "b.js": 'import "./pool.js"; import "./server.js";',
    },
    "cluster 1 b.js?",
  ],
  [
    "where another module says what the workers run",
    {
      "server.js": LISTEN,
      "pool.js": `${CLUSTER} cluster.fork();`,
      "setup.js": `${CLUSTER} cluster.setupPrimary({ exec: "server.js" });`,
      "main.js": 'import "./setup.js"; import "./pool.js";',
    },
    "cluster 1 server.js",
  ],
  [
    "where two modules say what the workers run",
    {
      "server.js": LISTEN,
      "w.js": "",
      "pool.js": `${CLUSTER} cluster.fork();`,
      "setup.js": `${CLUSTER} cluster.setupPrimary({ exec: "server.js" });`,
      "other.js": `${CLUSTER} cluster.setupPrimary({ exec: "w.js" });`,
      "main.js": 'import "./setup.js"; import "./other.js"; import "./pool.js";',
    },
    "cluster 1 server.js?",
  ],
  [
    "where a module of another program says what its workers run",
    {
      "server.js": LISTEN,
      "pool.js": `${CLUSTER} cluster.fork();`,
      "other.js": `${CLUSTER} cluster.setupPrimary({ exec: "server.js" });`,
      "main.js": 'import "./pool.js";',
    },
    "",
  ],
  [
    "its own file, of which its own analysis speaks",
    { "server.js": `${CLUSTER} ${LISTEN} if (cluster.isPrimary) cluster.fork();` },
    "",
  ],
]);

table("who runs a listen: paths from other modules", [
  [
    "a path that counts from the working directory",
    {
      "server.js": LISTEN,
      "sub/paths.js": 'export const worker = "./server.js";',
      "main.js": `${THREAD} import { worker } from "./sub/paths.js"; new Worker(worker);`,
    },
    "thread 1 server.js",
  ],
  [
    "a path that counts from its file",
    {
      "server.js": LISTEN,
      "sub/server.js": "",
      "sub/paths.js": 'export const worker = new URL("../server.js", import.meta.url);',
      "main.js": `${THREAD} import { worker } from "./sub/paths.js"; new Worker(worker);`,
    },
    "thread 1 server.js",
  ],
  [
    "a path below its folder",
    {
      "server.js": LISTEN,
      "sub/paths.js": 'import { join } from "node:path"; export const up = join(import.meta.dirname, "..");',
      "main.js": `${THREAD} import { up } from "./sub/paths.js"; new Worker(join(up, "server.js"));`,
    },
    "thread 1 server.js",
  ],
  [
    "a name for its folder",
    {
      "server.js": LISTEN,
      "sub/paths.js": "export const here = import.meta.dirname;",
      "main.js": `${THREAD} import { here } from "./sub/paths.js"; new Worker(here + "/../server.js");`,
    },
    "thread 1 server.js",
  ],
  [
    "a name for the working directory",
    {
      "server.js": LISTEN,
      "sub/paths.js": "export const here = process.cwd();",
      "main.js": `${THREAD} import { here } from "./sub/paths.js"; new Worker(here + "/server.js");`,
    },
    "thread 1 server.js",
  ],
  [
    "an absolute path",
    {
      "server.js": LISTEN,
      "sub/paths.js": 'export const worker = new URL("/home/server.js", import.meta.url);',
      "main.js": `${THREAD} import { worker } from "./sub/paths.js"; new Worker(worker);`,
    },
    "thread 1 server.js",
  ],
  [
    "the path of itself",
    {
      "server.js": `${LISTEN} export const path = import.meta.filename;`,
      "main.js": `${THREAD} import { path } from "./server.js"; if (isMainThread) new Worker(path);`,
    },
    "thread 1 server.js",
  ],
  [
    "the path of the program",
    {
      "server.js": LISTEN,
      "sub/paths.js": "export const program = process.argv[1];",
      "main.js": `${THREAD} import { program } from "./sub/paths.js"; import "./server.js"; if (isMainThread) new Worker(program);`,
    },
    "thread 1 main.js",
  ],
  [
    "a package that it finds",
    {
      "server.js": LISTEN,
      "sub/paths.js": 'export const worker = require.resolve("server.js");',
      "main.js": `${THREAD} import { worker } from "./sub/paths.js"; new Worker(worker);`,
    },
    "",
  ],
  [
    "what a function gives back",
    {
      "server.js": LISTEN,
      "sub/paths.js": 'export function worker() { return new URL("../server.js", import.meta.url); }',
      "main.js": `${THREAD} import { worker } from "./sub/paths.js"; new Worker(worker());`,
    },
    "thread 1 server.js",
  ],
  [
    "what a function makes of its argument",
    {
      "server.js": LISTEN,
      "sub/paths.js": "export function worker(name) { return new URL(name, import.meta.url); }",
      "main.js": `${THREAD} import { worker } from "./sub/paths.js"; new Worker(worker("../server.js"));`,
    },
    "",
  ],
  [
    "what a parameter is given",
    {
      "server.js": LISTEN,
      "sub/start.js": `${THREAD} export function start(file) { new Worker(file); }`,
      "main.js": 'import { start } from "./sub/start.js"; start(new URL("./server.js", import.meta.url));',
    },
    "thread 1 server.js",
  ],
  [
    "what a parameter is given by two",
    {
      "server.js": LISTEN,
      "w.js": "",
      "sub/start.js": `${THREAD} export function start(file) { new Worker(file); }`,
      "main.js":
        'import { start } from "./sub/start.js"; start(new URL("./w.js", import.meta.url)); start(new URL("./server.js", import.meta.url));',
    },
    "thread 1 server.js",
  ],
]);

/** The workers of a cluster run "main.js". */
const inWorkers = (main: string): Sources => ({
  "server.js": START,
  "main.js": main,
  "pool.js": `${CLUSTER} cluster.setupPrimary({ exec: "main.js" }); cluster.fork();`,
});

describe("whether a program comes by a function of another module", () => {
  for (const [main, expected] of [
    ['import { start } from "./server.js"; start();', "yes"],
    ['import { start } from "./server.js";', "no"],
    ['import { stop } from "./server.js"; stop();', "no"],
    ['import { start } from "./server.js"; if (x) start();', "maybe"],
    ['import { start } from "./server.js"; setTimeout(() => start(), 1);', "yes"],
    ['import { start } from "./server.js"; run(start);', "maybe"],
    ['import { start } from "./server.js"; [1].forEach(start);', "maybe"],
    ['import { start } from "./server.js"; function f() { start(); } f();', "yes"],
    ['import { start } from "./server.js"; function f() { start(); }', "maybe"],
    ['import * as server from "./server.js"; server.start();', "yes"],
    ['import * as server from "./server.js"; server.stop();', "no"],
    ['import * as server from "./server.js"; server[name]();', "yes"],
    ['import server from "./server.js"; server.stop();', "no"],
    ['const { start } = await import("./server.js"); start();', "yes"],
    ['if (x) { const { start } = await import("./server.js"); start(); }', "maybe"],
    ['import("./server.js").then(({ start }) => start());', "yes"],
    ['import("./server.js").then((server) => server.start());', "yes"],
    ['import("./server.js").then((server) => server.stop());', "no"],
    ['import("./server.js").then(run);', "maybe"],
    ["import(`./ser${name}`).then((server) => server.start());", "maybe"],
    ['const { start } = require("./server.js"); start();', "yes"],
    ['const server = require("./server.js"); server.start();', "yes"],
    ['const server = require("./ser" + name); server.start();', "maybe"],
  ] as const)
    it(`${main} → ${expected}`, () => {
      const found = { yes: "cluster 1 main.js", maybe: "cluster 1 main.js?", no: "" }[expected];
      assert.equal(runs(inWorkers(main)), found);
    });

  for (const [barrel, main, expected] of [
    ['export { start } from "./server.js";', 'import { start } from "./barrel.js"; start();', "yes"],
    ['export { start as go } from "./server.js";', 'import { go } from "./barrel.js"; go();', "yes"],
    ['export { start as go } from "./server.js";', 'import { start } from "./barrel.js"; start();', "no"],
    ['export * from "./server.js";', 'import { start } from "./barrel.js"; start();', "yes"],
    ['export * from "./server.js";', 'import { stop } from "./barrel.js"; stop();', "no"],
    ['export * as server from "./server.js";', 'import { server } from "./barrel.js"; server.start();', "maybe"],
    ['export * as server from "./server.js";', 'import { other } from "./barrel.js"; other.start();', "no"],
    [
      'import { start } from "./server.js"; export { start };',
      'import { start } from "./barrel.js"; start();',
      "maybe",
    ],
    ['import { start } from "./server.js"; export { start };', 'import "./barrel.js";', "no"],
  ] as const)
    it(`${barrel} ${main} → ${expected}`, () => {
      const found = { yes: "cluster 1 main.js", maybe: "cluster 1 main.js?", no: "" }[expected];
      assert.equal(runs({ ...inWorkers(main), "barrel.js": barrel }), found);
    });
});

describe("launches that the settings of a host state", () => {
  const sources = { "package.json": { scripts: { start: "node server.js" } }, "server.js": LISTEN, "main.js": "" };
  const given = (launches: GivenLaunches["launches"], folder = "/home") => runs(sources, { folder, launches });
  it("win over what was found", () => {
    assert.equal(given({}), "process 1 server.js");
    assert.equal(given({ "server.js": { as: "cluster" } }), "cluster many server.js");
    assert.equal(given({ "server.js": { as: "cluster", count: 3 } }), "cluster 3 server.js");
    assert.equal(given({ "server.js": { as: "once" } }), "process 1 server.js");
    assert.equal(given({ "./server": { as: "threads", count: 2 } }), "thread 2 server.js");
  });
  it("count as more than one plain process", () => {
    const { file, runs: all } = moduleIn(sources, "server.js");
    const site = sitesOf(file).sites.find(({ op }) => op === "listen");
    assert.ok(site);
    const stated = (as: string) =>
      all.of(`${HOME}server.js`, site, { folder: "/home", launches: { "server.js": { as } } as never });
    assert.deepEqual(
      ["cluster", "once"].map((as) => stated(as).length),
      [1, 1],
    );
    assert.deepEqual(all.of(`${HOME}server.js`, site), []);
  });
  it("are about the files below their folder", () => {
    assert.equal(given({ "main.js": { as: "cluster" } }), "process 1 server.js");
    assert.equal(given({ "server.js": { as: "cluster" } }, "/home/sub"), "process 1 server.js");
    assert.equal(given({ "../server.js": { as: "cluster" } }, "/home/sub"), "cluster many server.js");
  });
});
