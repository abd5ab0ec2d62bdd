import assert from "node:assert/strict";
import type { Runtime } from "../../src/catalogue/types.ts";
import { facts } from "./code.ts";

const NET = 'import net from "node:net"; const server = net.createServer(); ';
const CLUSTER = `import cluster from "node:cluster"; ${NET}`;
const THREADS = `import { isMainThread, Worker } from "node:worker_threads"; ${NET}`;
const LISTEN = "server.listen(3000);";

describe("a second process or thread", () => {
  const inSight = (text: string) => facts(text).process.secondInSight;
  for (const text of [
    `import cluster from "cluster"; ${NET} ${LISTEN}`,
    `import cluster from "node:cluster"; ${NET} ${LISTEN}`,
    `import * as threads from "node:worker_threads"; ${NET} ${LISTEN}`,
    `${NET} new Worker(import.meta.url); ${LISTEN}`,
    `import { spawn } from "node:child_process"; ${NET} spawn(process.execPath, [import.meta.filename]); ${LISTEN}`,
    `import os from "node:os"; ${NET} log(os.cpus()); ${LISTEN}`,
    `${NET} process.send?.("ready"); ${LISTEN}`,
    `${NET} server.listen({ port: 3000, reusePort: share });`,
    `${NET} server.listen({ port: 3000, ...(x && { reusePort: true }) });`,
  ])
    it(`is in sight: ${text}`, () => assert.equal(inSight(text), true));
  for (const text of [
    `${NET} ${LISTEN}`,
    `${NET} server.listen({ port: 3000, reusePort: true });`,
    `${NET} new Worker("./other.js"); ${LISTEN}`,
    `import { spawn } from "node:child_process"; ${NET} spawn("git", ["status"]); ${LISTEN}`,
    `${NET} socket.send("process"); ${LISTEN}`,
  ])
    it(`is not in sight: ${text}`, () => assert.equal(inSight(text), false));

  it("is of a cluster only where its module is imported", () => {
    assert.equal(facts(`import cluster from "cluster"; ${NET} ${LISTEN}`).process.importsCluster, true);
    assert.equal(facts(`import * as cluster from "node:cluster"; ${NET} ${LISTEN}`).process.importsCluster, true);
    assert.equal(facts(`import cluster from "./cluster.js"; ${NET} ${LISTEN}`).process.importsCluster, false);
    assert.equal(facts(`${THREADS} ${LISTEN}`).process.importsCluster, false);
  });
});

describe("whether a cluster's worker runs a listen", () => {
  const rows: readonly (readonly [text: string, answer: string])[] = [
    [`${NET} ${LISTEN}`, "no"],
    [`${CLUSTER} if (cluster.isPrimary) log(); ${LISTEN}`, "yes"],
    [`${CLUSTER} cluster.setupPrimary({ exec: "worker.js" }); if (cluster.isPrimary) cluster.fork(); ${LISTEN}`, "no"],
    [
      `${CLUSTER} cluster.setupPrimary({ exec: "worker.js" }); cluster.setupPrimary({ exec: import.meta.filename }); cluster.fork(); ${LISTEN}`,
      "yes",
    ],
    [`${CLUSTER} cluster.setupPrimary(settings); cluster.fork(); ${LISTEN}`, "yes"],
    [`${CLUSTER} if (cluster.isWorker && x) ${LISTEN}`, "maybe"],
  ];
  for (const [text, answer] of rows)
    it(text, () => {
      const { process, site } = facts(text);
      assert.equal(process.inClusterWorker(site), answer);
    });
});

describe("the side on which a listen runs", () => {
  const rows: readonly (readonly [text: string, side: string | null, runtime?: Runtime])[] = [
    [`${NET} response.send("x"); ${LISTEN}`, null],
    [`${NET} if (!process.send) log(); ${LISTEN}`, null],
    [`${NET} if (process.connected) ${LISTEN}`, "processes"],
    [`${NET} if (!process.connected) ${LISTEN}`, null],
    [`${THREADS} if (x) new Worker(import.meta.filename); else ${LISTEN}`, "threads"],
    [`${THREADS} if (isMainThread) { if (x) new Worker(import.meta.filename); else ${LISTEN} }`, null],
    [`${THREADS} if (x) new Worker(import.meta.filename); ${LISTEN}`, null],
    [
      `${THREADS} import { fork } from "node:child_process"; if (isMainThread) { if (x) fork(import.meta.filename); else ${LISTEN} }`,
      "processes",
    ],
    [`${THREADS} import cluster from "node:cluster"; if (!isMainThread && cluster.isWorker) ${LISTEN}`, null],
    [`${THREADS} import cluster from "node:cluster"; if (!isMainThread && cluster.isPrimary) ${LISTEN}`, "threads"],
    [`${CLUSTER} if (x) cluster.fork(); else ${LISTEN}`, null],
    [`${CLUSTER} if (cluster.isWorker) Bun.listen({ port: 3000, socket });`, "processes", "bun"],
    [`${CLUSTER} if (cluster.isPrimary) Bun.listen({ port: 3000, socket });`, null, "bun"],
    [`${CLUSTER} if (cluster.isWorker) Bun.serve({ port: 3000, fetch });`, null, "bun"],
    [`if (cluster.isWorker) Bun.listen({ port: 3000, socket });`, null, "bun"],
    [`${CLUSTER} if (x) cluster.fork(); else Bun.listen({ port: 3000, socket });`, "processes", "bun"],
    [`import { workerData } from "node:worker_threads"; ${NET} log(workerData); ${LISTEN}`, "threads"],
    [`import { workerData } from "./data.js"; ${NET} log(workerData); ${LISTEN}`, null],
    [`import { workerData, Worker } from "node:worker_threads"; ${NET} log(workerData); ${LISTEN}`, null],
  ];
  for (const [text, side, runtime] of rows)
    it(text, () => {
      const { process, site } = facts(text, runtime);
      assert.equal(process.workerSide(site), side);
    });
});
