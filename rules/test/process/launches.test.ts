import assert from "node:assert/strict";
import type { Launch } from "../../src/process/index.ts";
import { launches } from "./code.ts";

/** Kind, target, count and whether it always happens, as one line. */
function line({ kind, target, count, always }: Launch): string {
  const what =
    target.kind === "self"
      ? `self:${target.of}`
      : target.kind === "unknown"
        ? "unknown"
        : `${target.kind}:${target.from}:${target.text}`;
  return [kind, what, count, ...(always ? [] : ["when configured"])].join(" ");
}

const one = (text: string, filename?: string) => launches(text, filename).map(line);

const CLUSTER = `import cluster from "node:cluster"; import { availableParallelism } from "node:os";`;
const CHILD = `import { fork, spawn, exec, execFile, spawnSync } from "node:child_process"; import path from "node:path"; import { fileURLToPath } from "node:url";`;
const THREAD = `import { Worker, isMainThread } from "node:worker_threads"; import { join } from "node:path";`;

/** Code after imports, and the launches in it. */
const CASES: Readonly<Record<string, readonly [text: string, expected: readonly string[]][]>> = {
  "a cluster": [
    [`${CLUSTER} if (cluster.isPrimary) cluster.fork();`, ["cluster self:program 1"]],
    [
      `${CLUSTER} if (cluster.isPrimary) { for (let i = 0; i < availableParallelism(); i++) cluster.fork(); } else serve();`,
      ["cluster self:program many"],
    ],
    [
      `${CLUSTER} cluster.setupPrimary({ exec: "worker.js" }); cluster.fork(); cluster.fork();`,
      ["cluster specifier:cwd:./worker.js 1", "cluster specifier:cwd:./worker.js 1"],
    ],
    [
      `${CLUSTER} cluster.setupMaster({ exec: new URL("./worker.js", import.meta.url).pathname }); cluster.fork();`,
      ["cluster specifier:file:./worker.js 1"],
    ],
    [`${CLUSTER} cluster.setupPrimary({ exec: __filename }); cluster.fork();`, ["cluster self:file 1"]],
    [`${CLUSTER} cluster.setupPrimary({ silent: true }); cluster.fork();`, ["cluster self:program 1"]],
    [`${CLUSTER} cluster.setupPrimary(settings); cluster.fork();`, ["cluster unknown 1"]],
    [
      `export function start(cluster, n) { while (n--) cluster.fork(); }`,
      ["cluster self:program many when configured"],
    ],
    [
      `class Pool { constructor(cluster) { this.cluster = cluster; } grow() { this.cluster.fork(); } }`,
      ["cluster self:program 1 when configured"],
    ],
    [
      `${CLUSTER} if (cluster.isPrimary && process.env.WORKERS) cluster.fork();`,
      ["cluster self:program 1 when configured"],
    ],
    [`repository.fork();`, []],
  ],
  "a cluster of a package": [
    [
      `import cfork from "cfork"; import { join } from "node:path"; cfork({ exec: join(__dirname, "worker.js") });`,
      ["cluster specifier:file:./worker.js many"],
    ],
    [
      `const cfork = require("cfork"); cfork({ exec: "./app/worker.js", count: 1 });`,
      ["cluster specifier:cwd:./app/worker.js 1"],
    ],
    [
      `const throng = require("throng"); throng({ workers: 4, worker: start }); function start() { here(); }`,
      ["cluster self:program 4"],
    ],
    [`import throng from "throng"; throng((id) => here());`, ["cluster self:program many"]],
  ],
  threads: [
    [`${THREAD} new Worker("./worker.js");`, ["thread specifier:cwd:./worker.js 1"]],
    [`${THREAD} if (isMainThread) new Worker(new URL(import.meta.url));`, ["thread self:file 1"]],
    [`${THREAD} new Worker(new URL("./worker.js", import.meta.url));`, ["thread specifier:file:./worker.js 1"]],
    [`${THREAD} new Worker(join(__dirname, "jobs", "worker.js"));`, ["thread specifier:file:./jobs/worker.js 1"]],
    [`${THREAD} new Worker(\`\${__dirname}/jobs/\${name}.js\`);`, ["thread prefix:file:./jobs/ 1"]],
    [`${THREAD} new Worker(join(__dirname, "jobs", name));`, ["thread prefix:file:./jobs/ 1"]],
    [`${THREAD} new Worker(join(import.meta.filename, "..", "worker.js"));`, ["thread specifier:file:./worker.js 1"]],
    [`import { join } from "desm"; new Worker(join(import.meta.url, "w.js"));`, ["thread specifier:file:./w.js 1"]],
    [`${THREAD} new Worker(__dirname + "/worker.js");`, ["thread specifier:file:./worker.js 1"]],
    [`${THREAD} new Worker(require.resolve("./worker"));`, ["thread specifier:file:./worker 1"]],
    [`${THREAD} new Worker(require.resolve("@acme/worker"));`, ["thread specifier:file:@acme/worker 1"]],
    [`${THREAD} new Worker("done()", { eval: true });`, []],
    [`${THREAD} new Worker(file);`, ["thread unknown 1"]],
    [`${THREAD} for (const job of jobs) new Worker(job.file);`, ["thread unknown many"]],
    [
      `for (let i = 0; i < 4; i++) new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });`,
      ["thread specifier:file:./worker.ts 4"],
    ],
  ],
  "pools of threads and processes": [
    [
      `import Piscina from "piscina"; new Piscina({ filename: new URL("./worker.mjs", import.meta.url).href });`,
      ["thread specifier:file:./worker.mjs many"],
    ],
    [
      `import { Piscina } from "piscina"; new Piscina({ filename: require.resolve("./w"), maxThreads: 1 });`,
      ["thread specifier:file:./w 1"],
    ],
    [
      `import { Tinypool } from "tinypool"; new Tinypool({ filename: "./w.mjs", runtime: "child_process" });`,
      ["process specifier:cwd:./w.mjs many"],
    ],
    [
      `const workerpool = require("workerpool"); workerpool.pool(__dirname + "/w.js", { workerType: "process" });`,
      ["process specifier:file:./w.js unknown"],
    ],
    [
      `import { Worker } from "jest-worker"; new Worker(require.resolve("./w"), { enableWorkerThreads: true, numWorkers: 2 });`,
      ["thread specifier:file:./w 2"],
    ],
    [
      `import { FixedThreadPool, availableParallelism } from "poolifier"; new FixedThreadPool(availableParallelism(), "./w.js");`,
      ["thread specifier:cwd:./w.js many"],
    ],
    [
      `import { DynamicClusterPool } from "poolifier"; new DynamicClusterPool(1, 8, "./w.js");`,
      ["cluster specifier:cwd:./w.js 1"],
    ],
  ],
  processes: [
    [`${CHILD} fork("worker.js");`, ["process specifier:cwd:./worker.js 1"]],
    [
      `${CHILD} fork(path.join(__dirname, "..", "worker.js"), [], { silent: true });`,
      ["process specifier:file:../worker.js 1"],
    ],
    [`${CHILD} fork(fileURLToPath(import.meta.url), ["child"]);`, ["process self:file 1"]],
    [
      `${CHILD} fork(path.join(path.dirname(fileURLToPath(import.meta.url)), "worker.js"));`,
      ["process specifier:file:./worker.js 1"],
    ],
    [
      `${CHILD} spawn(process.execPath, [...process.execArgv, "--import", "tsx", "worker.ts", "--port", "1"]);`,
      ["process specifier:cwd:./worker.ts 1"],
    ],
    [`${CHILD} spawn("node", [process.argv[1]], { detached: true });`, ["process self:program 1"]],
    [`${CHILD} spawn("npx", ["tsx", "watch", "src/api.ts"]);`, ["process specifier:cwd:./src/api.ts 1"]],
    [`${CHILD} spawn("git", ["status.js"]);`, []],
    [`${CHILD} spawn("server", ["install"]);`, []],
    [`${CHILD} spawn("node", ["server"]);`, ["process self:file 1"]],
    [`${CHILD} fork("app.js", [], { cwd: path.join(__dirname, "../..") });`, ["process specifier:file:../../app.js 1"]],
    [`${CHILD} fork("app.js", { cwd: folder });`, ["process unknown 1"]],
    [`${CHILD} fork("app.js", { cwd: process.cwd() });`, ["process specifier:cwd:./app.js 1"]],
    [`${CHILD} fork(path.join(__dirname, "app.js"), { cwd: folder });`, ["process specifier:file:./app.js 1"]],
    [`${CHILD} spawn("node", ["-e", "done()"]);`, []],
    [`${CHILD} spawn("node", args);`, ["process unknown 1"]],
    [
      `${CHILD} execFile(process.execPath, [require.resolve("./worker")], done);`,
      ["process specifier:file:./worker 1"],
    ],
    [`${CHILD} exec("node dist/worker.js --fast");`, ["process specifier:cwd:./dist/worker.js 1"]],
    [`${CHILD} exec(\`node "\${__dirname}/worker.js"\`);`, ["process unknown 1"]],
    [`${CHILD} exec(\`bun run \${path.join(__dirname, "w.ts")}\`);`, ["process specifier:file:./w.ts 1"]],
    [`${CHILD} for (const each of [1, 2]) spawnSync("node", ["w.js"]);`, ["process specifier:cwd:./w.js 1"]],
    [`import { execaNode } from "execa"; await execaNode("worker.js");`, ["process specifier:cwd:./worker.js 1"]],
    [`import { execa } from "execa"; execa("node", ["worker.js"]);`, ["process specifier:cwd:./worker.js 1"]],
    [`import { execa } from "execa"; execa.node("worker.js");`, ["process specifier:cwd:./worker.js 1"]],
    [`import { $ } from "execa"; await $\`node worker.js --port \${port}\`;`, ["process specifier:cwd:./worker.js 1"]],
    [`import { $ } from "bun"; await $\`bun \${import.meta.path}\`;`, ["process self:file 1"]],
    [`Bun.spawn(["bun", "run", "worker.ts"]);`, ["process specifier:cwd:./worker.ts 1"]],
    [`Bun.spawn({ cmd: ["bun", import.meta.path] });`, ["process self:file 1"]],
    [
      `new Deno.Command(Deno.execPath(), { args: ["run", "-A", "worker.ts"] }).spawn();`,
      ["process specifier:cwd:./worker.ts 1"],
    ],
    [
      `new Deno.Command("deno", { args: ["run", "--allow-net", new URL(import.meta.url).pathname] }).spawn();`,
      ["process self:file 1"],
    ],
  ],
  counts: [
    [
      `${CHILD} fork("w.js"); process.on("exit", () => fork("w.js"));`,
      ["process specifier:cwd:./w.js 1", "process specifier:cwd:./w.js 0 when configured"],
    ],
    [`${CLUSTER} function start() { cluster.fork().on("exit", start); } start();`, ["cluster self:program 1"]],
    [
      `${CLUSTER} const start = () => cluster.fork(); for (let i = 0; i < 3; i++) start(); cluster.on("exit", () => start());`,
      ["cluster self:program 3"],
    ],
    [`${CLUSTER} const start = () => cluster.fork(); start(); start();`, ["cluster self:program 2"]],
    [
      `${CLUSTER} cluster.fork(); cluster.on("disconnect", () => { cluster.fork(); });`,
      ["cluster self:program 1", "cluster self:program 0 when configured"],
    ],
    [`${CHILD} const names = ["a.js", "b.js"]; names.forEach((name) => fork(name));`, ["process unknown 2"]],
    [`${CHILD} Array.from({ length: 8 }, () => fork("w.js"));`, ["process specifier:cwd:./w.js 8"]],
    [`${CHILD} app.get("/start", () => fork("w.js"));`, ["process specifier:cwd:./w.js unknown when configured"]],
    [
      `${CHILD} export class Shard { run() { fork("w.js"); } again() { this.run(); } first() { this.run(); } }`,
      ["process specifier:cwd:./w.js unknown when configured"],
    ],
    [`${CHILD} for (let i = 1; i <= 1; i++) fork("w.js");`, ["process specifier:cwd:./w.js 1"]],
    [
      `${CLUSTER} class Master { spawn() { cluster.fork(); } run(n) { for (let i = 0; i < n; i++) this.spawn(); } } new Master().run(4);`,
      ["cluster self:program 4"],
    ],
  ],
  conditions: [
    [`${CHILD} if (process.send) serve(); else fork(__filename);`, ["process self:file 1"]],
    [
      `${CHILD} if (!process.env.CHILD) fork(__filename, { env: { ...process.env, CHILD: "1" } });`,
      ["process self:file 1"],
    ],
    [
      `${CHILD} if (!process.env.OTHER) fork(__filename, { env: { CHILD: "1" } });`,
      ["process self:file 1 when configured"],
    ],
    [`${CHILD} if (process.argv[2] !== "child") fork(__filename, ["child"]);`, ["process self:file 1"]],
    [`${CHILD} if (require.main === module) fork("w.js");`, ["process specifier:cwd:./w.js 1"]],
    [
      `${CHILD} if (import.meta.url === \`file://\${process.argv[1]}\`) main(); function main() { fork("w.js"); }`,
      ["process specifier:cwd:./w.js 1"],
    ],
    [`${CHILD} export function main() { fork("w.js"); }`, ["process specifier:cwd:./w.js 1 when configured"]],
    [`${CHILD} if (options.fork) fork("w.js");`, ["process specifier:cwd:./w.js 1 when configured"]],
  ],
};

describe("launchesOf", () => {
  for (const [name, cases] of Object.entries(CASES))
    describe(name, () => {
      for (const [text, expected] of cases)
        it(text.replace(/^(?:import [^;]+;\s*)+/, ""), () => assert.deepEqual(one(text), expected));
    });

  it("takes a path for this file only where it means this file", () => {
    const thread = (path: string, filename: string) => one(`${THREAD} new Worker(${path});`, filename)[0];
    assert.equal(thread(`"./src/pool.js"`, "packages/a/src/pool.ts"), "thread self:file 1");
    assert.equal(thread(`"./pool.js"`, "src/pool.ts"), "thread self:file 1");
    assert.equal(thread(`"./jobs/pool.js"`, "src/pool.ts"), "thread specifier:cwd:./jobs/pool.js 1");
    assert.equal(
      thread(`new URL("./jobs/pool.js", import.meta.url)`, "src/pool.ts"),
      "thread specifier:file:./jobs/pool.js 1",
    );
    assert.equal(thread(`new URL("./pool.js", import.meta.url)`, "src/pool.ts"), "thread self:file 1");
    assert.equal(thread(`new URL("../pool.js", import.meta.url)`, "src/pool.ts"), "thread specifier:file:../pool.js 1");
    assert.equal(thread(`"./ol.js"`, "src/pool.ts"), "thread specifier:cwd:./ol.js 1");
  });

  it("knows the function that workers run", () => {
    const callback = (text: string) => launches(text)[0]?.callback?.type ?? null;
    assert.equal(callback(`import throng from "throng"; throng({ worker() { here(); } });`), "FunctionExpression");
    assert.equal(callback(`import throng from "throng"; throng(start); function start() {}`), "FunctionDeclaration");
    const wrapper = `${CLUSTER} function setup(run) { if (cluster.isPrimary) cluster.fork(); else run(); }`;
    assert.equal(callback(`${wrapper} setup(() => here());`), "ArrowFunctionExpression");
    assert.equal(callback(wrapper), null);
    const [launch] = launches(`export ${wrapper.slice(CLUSTER.length).trim()}`.replace(/^/, CLUSTER));
    assert.deepEqual([launch?.wrapper?.parameter, launch?.wrapper?.exported], [0, true]);
    assert.equal(launches(`${wrapper} setup(() => here());`)[0]?.wrapper?.exported, false);
  });

  it("knows which parameter of the function around a launch its workers call", () => {
    const parameter = (params: string, body: string) =>
      launches(`${CLUSTER} function setup(${params}) { cluster.fork(); ${body} }`)[0]?.wrapper?.parameter ?? null;
    for (const [params, body, expected] of [
      ["run", "run();", 0],
      ["run", "run && run();", 0],
      ["run", "if (run) run();", 0],
      ["run", 'if (typeof run === "function") run();', 0],
      ["run", "run?.();", 0],
      ["run = none", "run();", 0],
      ["a, run", "run();", 1],
      ["run", "queue.on(1, () => run());", 0],
      ["run", "use(run); run();", null],
      ["run", "x && run; run();", null],
      ["run", "run.now();", null],
      ["run", "-run; run();", null],
      ["{ run }", "run();", null],
      ["run", "", null],
    ] as const)
      assert.equal(parameter(params, body), expected, `${params}: ${body}`);
    const [other] = launches(`${CHILD} function setup(run) { fork("w.js"); run(); }`);
    assert.equal(other?.wrapper, null);
  });

  it("reads what a launch puts into the environment", () => {
    const environment = (text: string) => launches(`${CHILD}${CLUSTER} ${text}`)[0]?.environment;
    assert.deepEqual(environment(`fork("w.js")`), []);
    assert.deepEqual(environment(`fork("w.js", { env: process.env })`), []);
    assert.deepEqual(environment(`fork("w.js", [], { env: { ...process.env, PORT: 3000 + i, ROLE: "api" } })`), [
      { name: "PORT", varies: true },
      { name: "ROLE", varies: false },
    ]);
    assert.deepEqual(environment(`cluster.fork({ PORT: String(port) })`), [{ name: "PORT", varies: true }]);
    assert.deepEqual(environment(`fork("w.js", { env: Object.assign({}, process.env, { PORT: port }) })`), [
      { name: "PORT", varies: true },
    ]);
    assert.equal(environment(`fork("w.js", { env: { ...extra } })`), null);
    assert.equal(environment(`cluster.fork(extra)`), null);
  });
});
