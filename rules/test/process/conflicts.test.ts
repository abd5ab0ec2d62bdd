import assert from "node:assert/strict";
import type { Runtime } from "../../src/catalogue/types.ts";
import { conflictOf, othersOnPort } from "../../src/process/conflicts.ts";
import { listensOf, surroundings } from "./around.ts";

const IMPORTS =
  'import http from "node:http"; import net from "node:net"; import cluster from "node:cluster";' +
  'import { fork } from "node:child_process"; import { Worker, isMainThread } from "node:worker_threads";' +
  "const server = net.createServer(); const web = http.createServer(); ";
const MANY = "for (const cpu of cpus) cluster.fork();";
const THREADS = "for (const cpu of cpus) new Worker(new URL(import.meta.url));";

/** Rows of code, the conflict of its last listen, and the runtime where it is not Node.js. */
function table(title: string, rows: readonly (readonly [code: string, kind: string | null, runtime?: Runtime])[]) {
  describe(title, () => {
    for (const [code, kind, runtime = "node"] of rows)
      it(`${runtime === "node" ? "" : `${runtime}: `}${code}`, () => {
        const around = surroundings(IMPORTS + code, { runtime });
        const site = listensOf(around).at(-1);
        assert.ok(site, "it listens");
        assert.equal(conflictOf(site, around)?.kind ?? null, kind);
      });
  });
}

const exclusive = "{ port: 3000, exclusive: true }";

table("`exclusive` in the workers of a cluster", [
  [`if (cluster.isPrimary) { ${MANY} } else server.listen(${exclusive});`, "exclusive"],
  [`if (cluster.isPrimary) { cluster.fork(); cluster.fork(); } else server.listen(${exclusive});`, "exclusive"],
  [`if (cluster.isPrimary) cluster.fork(); else server.listen(${exclusive});`, null],
  [`if (cluster.isWorker) server.listen(${exclusive});`, "exclusive"],
  [`if (cluster.isPrimary) new Worker("./job.js"); else server.listen(${exclusive});`, "exclusive"],
  [
    `if (cluster.isPrimary) { ${MANY} new Worker(new URL(import.meta.url)); } else server.listen(${exclusive});`,
    "exclusive",
  ],
  [`if (cluster.isPrimary) { ${MANY} server.listen(${exclusive}); }`, null],
  [`if (cluster.isPrimary) { ${MANY} } server.listen(${exclusive});`, "beside"],
  [`if (cluster.isWorker) server.listen({ port: 3000, exclusive: false });`, null],
  [`if (cluster.isWorker) server.listen({ port: 3000, exclusive });`, null],
  [`if (cluster.isWorker) server.listen({ port: 0, exclusive: true });`, null],
  [`if (cluster.isWorker) server.listen({ port: 3000, exclusive: true, reusePort: false });`, null],
  [`if (cluster.isWorker) server.listen({ port: 3000 + cluster.worker.id, exclusive: true });`, null],
  [`if (cluster.isWorker) server.listen(${exclusive});`, "exclusive", "bun"],
  [`if (cluster.isWorker) web.listen(${exclusive});`, null, "bun"],
  [`export function start(app) { if (cluster.isWorker) app.listen(${exclusive}); }`, null],
]);

table("a listen of the workers and of what starts them", [
  ["if (cluster.isPrimary) cluster.fork(); server.listen(3000);", "beside"],
  ["if (cluster.isPrimary) cluster.fork(); server.listen({ port: 3000, reusePort: false });", null],
  ["if (cluster.isPrimary) cluster.fork(); server.listen(3000 + (cluster.worker?.id ?? 0));", null],
  ["if (cluster.isPrimary) cluster.fork(); else server.listen(3000);", null],
  ['import { app } from "./app.js"; if (cluster.isPrimary) cluster.fork(); app.listen(3000);', null],
]);

table("a listen of many workers", [
  [`if (isMainThread) { ${THREADS} } else server.listen(3000);`, "threads"],
  [`if (isMainThread) { ${THREADS} } else server.listen({ port: 3000, reusePort: false });`, null],
  [`if (isMainThread) { ${THREADS} } else server.listen(3000 + threadId);`, null],
  [`if (isMainThread) { ${THREADS} } else server.listen({ port: 3000, reusePort: share });`, null],
  [`if (isMainThread) { ${THREADS} } else { try { server.listen(3000); } catch { server.listen(3000); } }`, null],
  [`import uWS from "uWebSockets.js"; if (isMainThread) { ${THREADS} } else uWS.App().listen(3000, cb);`, null],
  ["if (isMainThread) new Worker(new URL(import.meta.url)); else server.listen(3000);", null],
  [`import { app } from "./app.js"; if (isMainThread) { ${THREADS} } else app.listen(3000);`, null],
  ["if (!process.send) { for (const cpu of cpus) fork(import.meta.filename); } else server.listen(3000);", "processes"],
  ["if (!process.send) fork(import.meta.filename); else server.listen(3000);", null],
  // Many processes, each with one thread that listens: those of one process are counted.
  [
    "if (isMainThread && !process.send) for (const cpu of cpus) fork(import.meta.filename);" +
      "else if (isMainThread) new Worker(new URL(import.meta.url)); else server.listen(3000);",
    null,
  ],
  // The workers of each child get the port from their own primary.
  [
    "if (!process.send) for (const cpu of cpus) fork(import.meta.filename);" +
      `else if (cluster.isPrimary) { ${MANY} } else server.listen(3000);`,
    null,
  ],
  // One child beside a cluster's many workers.
  [
    `if (cluster.isPrimary && !process.send) { ${MANY} fork(import.meta.filename); }` +
      "else if (process.send && !cluster.isWorker) server.listen(3000);",
    null,
  ],
  [`if (cluster.isPrimary) { ${MANY} } else Bun.listen({ port: 3000, socket });`, "processes", "bun"],
  ["if (cluster.isPrimary) cluster.fork(); else Bun.listen({ port: 3000, socket });", null, "bun"],
  [`if (cluster.isPrimary) { ${MANY} } else Bun.listen({ port: Number(process.argv[2]), socket });`, null, "bun"],
  [`if (cluster.isPrimary) { ${MANY} } else Bun.serve({ port: 3000, fetch });`, null, "bun"],
  [`if (cluster.isPrimary) { ${MANY} } else Deno.listen({ port: 3000 });`, "processes", "deno"],
]);

describe("the other listens on a port", () => {
  const rows: readonly (readonly [code: string, others: number])[] = [
    ["server.listen(3000); web.listen(3000);", 1],
    ["server.listen(3000); web.listen(3001);", 0],
    ["server.listen(0); web.listen(0);", 0],
    ["Bun.listen({ port: 3000, socket });", 0],
    ["Bun.listen({ port: 3000, socket }); Bun.serve({ port: 3000, fetch });", 1],
    ["import dgram from 'node:dgram'; dgram.createSocket('udp6').bind(3000); server.listen(3000);", 0],
    ["server.listen('/run/a'); web.listen('/run/a');", 0],
    ["server.listen(3000, '10.0.0.1'); web.listen(3000, '10.0.0.2');", 0],
    ["server.listen(x ? { port: 3000 } : { port: 3000, host: '::' });", 0],
    ["try { server.listen(3000); } catch { server.listen(3000); }", 0],
    ["server.listen(3000); web.listen(3000); net.connect(3000);", 1],
    ["web.listen(3000); net.createServer().listen(3000); server.listen(3000);", 2],
  ];
  for (const [code, others] of rows)
    it(code, () => {
      const around = surroundings(IMPORTS + code);
      assert.equal(othersOnPort(listensOf(around).at(-1)!, around.sites).length, others);
    });
});

describe("a listen that asks to share the port in vain", () => {
  const kinds = (first: string, second: string, node: string) => {
    const around = surroundings(`${IMPORTS} server.listen(${first}); web.listen(${second});`, { node });
    return listensOf(around).map((each) => conflictOf(each, around)?.kind ?? null);
  };
  const shared = "{ port: 3000, reusePort: true }";
  const open = "{ port: 3000, reusePort: share }";

  it("meets another one, where Node.js is too old for it", () => {
    assert.deepEqual(kinds(shared, shared, ">=20 <22"), [null, "duplicate"]);
    assert.deepEqual(kinds(shared, shared, ">=23.1"), [null, null]);
    assert.deepEqual(kinds(shared, "3000", ">=20 <22"), [null, "duplicate"]);
    assert.deepEqual(kinds(shared, "3000", ">=23.1"), [null, "mixed"]);
  });

  it("meets none where it may not ask for it", () => {
    assert.deepEqual(kinds(open, open, ">=23.1"), [null, null]);
    assert.deepEqual(kinds(open, "3000", ">=23.1"), [null, null]);
  });
});
