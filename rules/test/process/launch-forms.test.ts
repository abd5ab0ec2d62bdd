import assert from "node:assert/strict";
import type { Launch } from "../../src/process/index.ts";
import { launches } from "./code.ts";

/** Kind, file and count of a launch; `?` where it is not certain to happen. */
function inShort({ kind, target, count, always }: Launch): string {
  const file = target.kind === "self" ? "self" : target.kind === "unknown" ? "unknown" : target.text;
  return `${kind} ${file} ${count}${always ? "" : " ?"}`;
}

const CLUSTER = `import cluster from "node:cluster";`;
const CHILD = `import { fork } from "node:child_process";`;
const THREAD = `import { isMainThread, Worker } from "node:worker_threads";`;

describe("launches, form by form", () => {
  for (const [code, expected] of [
    [`${CLUSTER} cluster.forkAll();`, ""],
    [`${CLUSTER} cluster.prefork();`, ""],
    [`${CLUSTER} cluster.setupPrimary(); cluster.fork();`, "cluster self 1"],
    [`${CLUSTER} cluster.setupPrimary({ silent: true, ...more }); cluster.fork();`, "cluster unknown 1"],
    [`export function f(nodeCluster) { nodeCluster.fork(); }`, "cluster self 1 ?"],
    [`export function f(my) { my.cluster.fork(); }`, "cluster self 1 ?"],
    [`export function f(clusterInfo) { clusterInfo.fork(); }`, ""],
    [`export function f(my) { my.clusterOf.cluster; my.clusterOf.fork(); }`, ""],
    [`export function f(my) { my.cluster().fork(); }`, ""],
    [`class Cluster { fork() {} } const cluster = new Cluster(); cluster.fork();`, ""],
    [`import cluster from "some-cluster"; cluster.fork();`, ""],
    [`${CHILD} fork();`, ""],
    [`${THREAD} new Worker("./w.js", { eval: true });`, ""],
    [`${THREAD} new Worker("./w.js", { eval: false });`, "thread ./w.js 1"],
    [`${THREAD} new Worker("./w.js", { eval: dev });`, "thread ./w.js 1"],
    ["import { $ } from 'execa'; $`ls`;", ""],
    ["String.raw`node a.js`;", ""],
    ["other`node a.js`;", ""],
    [`${CHILD} import { $ } from 'execa'; $\`node a.js\`; fork("b.js");`, "process ./a.js 1, process ./b.js 1"],
    [`${CHILD} import { $ } from 'execa'; fork("b.js"); $\`node a.js\`;`, "process ./b.js 1, process ./a.js 1"],
    [`import Piscina from "piscina"; new Piscina({ filename: "w.js" });`, "thread ./w.js many"],
    [`import Piscina from "piscina"; new Piscina({ filename: "w.js", maxThreads: 1 });`, "thread ./w.js 1"],
    [`import Piscina from "piscina"; new Piscina({ filename: "w.js", minThreads: 4 });`, "thread ./w.js 4"],
    [
      `import Piscina from "piscina"; for (let i = 0; i < 3; i++) new Piscina({ filename: "w.js", minThreads: 4 });`,
      "thread ./w.js many",
    ],
    [
      `import Piscina from "piscina"; for (let i = 0; i < 3; i++) new Piscina({ filename: "w.js", maxThreads: 1 });`,
      "thread ./w.js 3",
    ],
    [
      `${CHILD} import Piscina from "piscina"; fork("a.js").on("exit", () => new Piscina({ filename: "w.js" }));`,
      "process ./a.js 1, thread ./w.js 0 ?",
    ],
    [`import { Worker } from "jest-worker"; new Worker("./w.js");`, "process ./w.js many"],
    [
      `import { Worker } from "jest-worker"; new Worker("./w.js", { enableWorkerThreads: true });`,
      "thread ./w.js many",
    ],
    [
      `import { Worker } from "jest-worker"; new Worker("./w.js", { enableWorkerThreads: false });`,
      "process ./w.js many",
    ],
    [`import wp from "workerpool"; wp.pool("./w.js", { workerType: "process" });`, "process ./w.js unknown"],
    [`import wp from "workerpool"; wp.pool("./w.js", { workerType: "thread" });`, "thread ./w.js unknown"],
    [`import Runner from "service-runner"; new Runner();`, "cluster unknown unknown"],
    [
      `${CHILD} function start(file) { fork(file); } start("./a.js"); start("./b.js");`,
      "process ./a.js 1, process ./b.js 1",
    ],
    [`${CHILD} function start(file) { fork(file); } start("./a.js"); start(name);`, "process unknown 2"],
    [
      `${THREAD} class Pool { constructor(file) { this.worker = new Worker(file); } } new Pool("./a.js"); new Pool("./b.js");`,
      "thread ./a.js 1, thread ./b.js 1",
    ],
    [
      `${THREAD} class Pool { constructor(file) { this.file = file; } start() { new Worker(this.file); } } new Pool("./a.js").start(); new Pool("./b.js").start();`,
      "thread ./a.js 1, thread ./b.js 1",
    ],
  ] as const)
    it(code, () => assert.equal(launches(code).map(inShort).join(", "), expected));

  it("follows up to eight calls to the files of one launch", () => {
    const starts = (times: number) =>
      launches(
        `${CHILD} function start(file) { fork(file); } ${Array.from({ length: times }, (_, i) => `start("./w${i}.js");`).join(" ")}`,
      ).map(({ target }) => target.kind);
    assert.deepEqual(starts(8), Array(8).fill("specifier"));
    assert.deepEqual(starts(9), ["unknown"]);
  });

  it("knows which call comes back in the workers too", () => {
    const returns = (code: string) => launches(code)[0]?.returnsInWorkers;
    assert.equal(returns(`import throng from "throng"; throng({ worker: start });`), true);
    assert.equal(returns(`import cfork from "cfork"; cfork({ exec: "w.js" });`), undefined);
  });

  it("knows whether there are some where nothing is configured", () => {
    const some = (workers: string) =>
      launches(`import throng from "throng"; throng({ workers: ${workers}, worker: start });`)[0]?.someByDefault;
    assert.equal(some("process.env.WORKERS || 2"), true);
    assert.equal(some("process.env.WORKERS || 0"), false);
    assert.equal(some("process.env.WORKERS"), false);
    assert.equal(some("4"), undefined);
    assert.equal(launches(`import throng from "throng"; throng({ worker: start });`)[0]?.someByDefault, undefined);
    const repeated = `import throng from "throng"; for (const each of [1, 2]) throng({ workers: process.env.N || 2, worker: f });`;
    assert.equal(launches(repeated)[0]?.someByDefault, undefined);
  });

  it("finds the function that workers run, of threads that run this file too", () => {
    const start = "function start(run) { if (isMainThread) new Worker(__filename); else run(); }";
    const given = (text: string) => launches(`${THREAD} ${text}`)[0]?.callback?.type ?? null;
    assert.equal(given(`${start} start(() => here());`), "ArrowFunctionExpression");
    assert.equal(given(`${start} start(x); start(() => here());`), "ArrowFunctionExpression");
    assert.equal(given(`${start} later(start); start(() => here());`), null);
    assert.equal(given(`${start.replace("__filename", '"./w.js"')} start(() => here());`), null);
  });
});
