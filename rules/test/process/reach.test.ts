import assert from "node:assert/strict";
import { runsIn, type Answer, type Role } from "../../src/process/index.ts";
import { file, here } from "./code.ts";

const CLUSTER = `import cluster from "node:cluster";`;
const THREADS = `import { isMainThread, parentPort, Worker } from "node:worker_threads";`;

/** A text with one `here()`, two roles, and what they answer. */
const CASES: Readonly<
  Record<string, readonly [text: string, roles: readonly [Role, Role], answers: readonly [Answer, Answer]][]>
> = {
  "the sides of a cluster": [
    [`${CLUSTER} if (cluster.isPrimary) here();`, ["cluster-primary", "cluster-worker"], ["yes", "no"]],
    [`${CLUSTER} if (cluster.isMaster) fork(); else here();`, ["cluster-primary", "cluster-worker"], ["no", "yes"]],
    [`${CLUSTER} if (!cluster.isWorker) here();`, ["cluster-primary", "cluster-worker"], ["yes", "no"]],
    [`${CLUSTER} if (cluster.isPrimary) fork(); here();`, ["cluster-primary", "cluster-worker"], ["yes", "yes"]],
    [
      `${CLUSTER} if (cluster.isPrimary && many) fork(); else here();`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [`${CLUSTER} if (cluster.worker) here();`, ["cluster-primary", "cluster-worker"], ["no", "yes"]],
    [`${CLUSTER} if (process.env.NODE_UNIQUE_ID) here();`, ["cluster-primary", "cluster-worker"], ["no", "yes"]],
    [
      `${CLUSTER} if (clustered && cluster.isPrimary) fork(); else here();`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} const first = cluster.isPrimary; if (!first) here();`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `export function run(cluster) { if (cluster.isMaster) here(); }`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "no"],
    ],
    [
      `${CLUSTER} switch (cluster.isPrimary) { case true: here(); }`,
      ["cluster-primary", "cluster-worker"],
      ["yes", "no"],
    ],
  ],
  functions: [
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work();`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); else work();`,
      ["cluster-primary", "cluster-worker"],
      ["yes", "yes"],
    ],
    [
      `${CLUSTER} export function work() { here(); } if (cluster.isWorker) work();`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} class App { start() { here(); } } if (cluster.isWorker) new App().start();`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} class App { constructor() { here(); } } if (cluster.isPrimary) new App();`,
      ["cluster-primary", "cluster-worker"],
      ["yes", "no"],
    ],
    [
      `${CLUSTER} (async () => { if (cluster.isWorker) return; here(); })();`,
      ["cluster-primary", "cluster-worker"],
      ["yes", "no"],
    ],
    [
      `${CLUSTER} if (cluster.isWorker) app.prepare().then(() => here());`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} if (cluster.isWorker) app.get("/", () => here());`,
      ["cluster-primary", "cluster-worker"],
      ["no", "maybe"],
    ],
    [
      `${CLUSTER} function a() { b(); } function b() { a(); here(); } if (cluster.isWorker) a();`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); export default work;`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); export default other;`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); export { work as go };`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); export { other };`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); module.exports = { work };`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); exports.go = work;`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); exports.go = other; work.x = 1;`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} function work() { here(); } if (cluster.isWorker) work(); my.exports = work;`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} const all = {}; exports.all = { work() { here(); } }; if (cluster.isWorker) all.work();`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "maybe"],
    ],
    [
      `${CLUSTER} export class App { #run() { here(); } constructor() { this.#run(); } } if (cluster.isWorker) new App();`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} export class App { #run() { here(); } start() { if (cluster.isWorker) this.#run(); } }`,
      ["cluster-primary", "cluster-worker"],
      ["no", "maybe"],
    ],
    [
      `${CLUSTER} class App { run() { here(); } } export { App }; if (cluster.isWorker) { const app = new App(); app.run(); }`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "yes"],
    ],
    [
      `${CLUSTER} class App { run() { here(); } } if (cluster.isWorker) { const app = new App(); app.run(); }`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [`function unused() { here(); }`, ["cluster-primary", "cluster-worker"], ["maybe", "maybe"]],
  ],
  wrappers: [
    [
      `${CLUSTER} function setup(run) { if (cluster.isPrimary) cluster.fork(); else run(); } setup(() => here());`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `${CLUSTER} function setup(first, run) { if (cluster.isPrimary) { first(); cluster.fork(); } else run(); } setup(() => here(), serve);`,
      ["cluster-primary", "cluster-worker"],
      ["yes", "no"],
    ],
    [
      `${CLUSTER} function setup(run) { queue.push(run); } setup(() => here());`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "maybe"],
    ],
    [
      `import throng from "throng"; throng({ master: () => here(), worker: serve });`,
      ["cluster-primary", "cluster-worker"],
      ["yes", "no"],
    ],
    [
      `import throng from "throng"; throng({ master: start, worker: serve }); function start() { here(); }`,
      ["cluster-primary", "cluster-worker"],
      ["yes", "no"],
    ],
    [
      `import throng from "throng"; throng({ worker: start }); function start() { here(); }`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `import throng from "throng"; throng({ worker: () => here(), count: 2 });`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `import throng from "throng"; throng(start); function start() { here(); }`,
      ["cluster-primary", "cluster-worker"],
      ["no", "yes"],
    ],
    [
      `import { setup } from "./cluster"; setup(() => here());`,
      ["cluster-primary", "cluster-worker"],
      ["maybe", "maybe"],
    ],
  ],
  "threads and children": [
    [`${THREADS} if (isMainThread) start(); else here();`, ["main-thread", "worker-thread"], ["no", "yes"]],
    [`${THREADS} if (parentPort) here();`, ["main-thread", "worker-thread"], ["no", "yes"]],
    [`if (Bun.isMainThread) here();`, ["main-thread", "worker-thread"], ["yes", "no"]],
    [`if (process.send) here();`, ["parent", "child"], ["no", "yes"]],
    [`if (process.connected) here();`, ["parent", "child"], ["no", "yes"]],
    [`if (process.env.CHILD) here();`, ["parent", "child"], ["maybe", "maybe"]],
  ],
  "entry and import": [
    [`if (require.main === module) here();`, ["entry", "imported"], ["yes", "no"]],
    [`if (require.main !== module) here();`, ["entry", "imported"], ["no", "yes"]],
    [`if (!module.parent) here();`, ["entry", "imported"], ["yes", "no"]],
    [`if (import.meta.main) here();`, ["entry", "imported"], ["yes", "no"]],
    [
      `import { fileURLToPath } from "node:url"; if (process.argv[1] === fileURLToPath(import.meta.url)) here();`,
      ["entry", "imported"],
      ["yes", "no"],
    ],
    [`const isEntry = require.main === module; if (!isEntry) return; here();`, ["entry", "imported"], ["yes", "no"]],
    [`if (Bun.main === import.meta.path) here();`, ["entry", "imported"], ["yes", "no"]],
    [`if (a === b) here();`, ["entry", "imported"], ["maybe", "maybe"]],
  ],
  "instances of pm2": [
    [`if (process.env.NODE_APP_INSTANCE === "0") here();`, ["first-instance", "other-instance"], ["yes", "no"]],
    [`if (Number(process.env.pm_id) !== 0) here();`, ["first-instance", "other-instance"], ["no", "yes"]],
    [`if (process.env.NODE_APP_INSTANCE) here();`, ["first-instance", "other-instance"], ["yes", "yes"]],
  ],
};

describe("runsIn", () => {
  for (const [name, cases] of Object.entries(CASES))
    describe(name, () => {
      for (const [text, roles, answers] of cases)
        it(text.replace(/^import [^;]+;\s*/, ""), () => {
          const at = here(file(text, "src/server.cjs"));
          assert.deepEqual(
            roles.map((each) => runsIn(at, each)),
            answers,
          );
        });
    });

  it("takes several roles at once", () => {
    const at = here(file(`${CLUSTER} if (require.main === module && cluster.isWorker) here();`));
    assert.equal(runsIn(at, "cluster-worker"), "maybe");
    assert.equal(runsIn(at, ["cluster-worker", "entry"]), "yes");
    assert.equal(runsIn(at, ["cluster-primary", "entry"]), "no");
  });

  it("takes a condition's word from the caller", () => {
    const at = here(file(`if (process.env.CHILD) here();`));
    assert.equal(
      runsIn(at, "child", () => true),
      "yes",
    );
  });
});
