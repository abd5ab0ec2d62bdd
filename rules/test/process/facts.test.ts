import assert from "node:assert/strict";
import type { Runtime } from "../../src/catalogue/types.ts";
import { variesByWorker } from "../../src/process/index.ts";
import { clusterListen } from "../../src/process/cluster-listens.ts";
import { facts } from "./code.ts";

const NET = `import net from "node:net"; const server = net.createServer();`;
const CLUSTER = `import cluster from "node:cluster"; ${NET}`;
const THREADS = `import { isMainThread, parentPort, Worker } from "node:worker_threads"; ${NET}`;
const LISTEN = "server.listen(3000);";

describe("what a file says of its process", () => {
  it("closes a probe at once, in the callback, the event or after the await", () => {
    const isProbe = (text: string) => {
      const { process, site } = facts(`${NET} ${text}`);
      return process.isProbe(site);
    };
    for (const text of [
      "server.listen(3000, () => server.close());",
      "server.listen(3000, () => { console.log(1); server.close(); });",
      "server.listen(3000, function () { return this.close(); });",
      'server.once("listening", () => { void server.close(); }); server.listen(3000);',
      'server.listen(3000); await once(server, "listening"); server.close();',
      "await new Promise((done) => { server.listen(3000, done); }); server.close();",
      "async function f() { try { await start(server.listen(3000)); return true; } finally { server.close(); } }",
      "async function f() { try { await start(server.listen(3000)); return; } finally { server.close(); } }",
      "async function f() { try { return await start(server.listen(3000)); } finally { server.close(); } }",
      "if (x) await start(server.listen(3000)); server.close();",
      "server.listen(3000, async () => { await new Promise((done) => { server.close(done); }); });",
      "server.listen(3000, () => { server.stop(); });",
      "server.listen(3000, () => { server.destroy(); });",
      'server.listen(3000); await once(server, "listening"); log(); server.close();',
      "async function free() { await promisify(server.listen)(1); } server.listen(3000, () => { server.unref().close(); });",
    ])
      assert.equal(isProbe(text), true, text);
    for (const text of [
      LISTEN,
      "server.listen(3000, () => { if (x) server.close(); });",
      "async function f() { try { await start(server.listen(3000)); return use(server); } finally { server.close(); } }",
      "async function f() { try { await start(server.listen(3000)); } catch { server.close(); } }",
      "async function f() { try { return start(server.listen(3000)); } finally { server.close(); } }",
      "if (x) start(server.listen(3000)); server.close();",
      "async function f() { await start(server.listen(3000)); return true; } server.close();",
      "server.listen(3000, async () => { await new Later((done) => { server.close(done); }); });",
      "server.listen(3000, () => { server.closeAll(); });",
      "server.listen(3000, () => { x = server.close(); });",
      'server.listen(3000); once(server, "listening"); server.close();',
      'server.listen(3000); await once(server, "close"); server.close();',
      'server.listen(3000); await once(server, "listening"); other.close();',
      "server.listen(3000, () => { setTimeout(() => server.close(), 9); });",
      "server.listen(3000, () => { server.unref(); });",
      "server.listen(3000, () => { other.close(); });",
      'server.once("connection", () => { server.close(); }); server.listen(3000);',
      "server.listen(3000); server.close();",
      'server.listen(3000); other(); await once(server, "listening"); server.close();',
      'server.listen(3000); await other(); once(server, "listening"); server.close();',
      'const f = () => server.listen(3000); await once(x, "listening"); server.close();',
      'function f() { server.listen(3000); } await once(x, "listening"); server.close();',
      "await new Promise((done) => { setTimeout(() => { server.listen(3000, done); }); }); server.close();",
    ])
      assert.equal(isProbe(text), false, text);
  });

  it("finds ENOTSUP where the errors of a listen arrive", () => {
    const handles = (text: string) => {
      const { process, site } = facts(`${NET} ${text}`);
      return process.handlesUnsupported(site);
    };
    for (const text of [
      'server.on("error", (error) => { if (error.code === "ENOTSUP") again(); }); server.listen(3000);',
      'server.once("error", retry); function retry(error) { if (CODES.has(error.code)) x(); } const CODES = new Set(["EOPNOTSUPP"]); server.listen(3000);',
      'try { server.listen(3000); } catch (error) { if (error.code === "ENOTSUP") again(); }',
      'server.listen(3000).catch((error) => error.code === "ENOTSUP");',
      'server.listen(3000, (error) => { if (error?.code === "ENOTSUP") again(); });',
      'async function start() { server.listen(3000); } try { await start(); } catch (e) { if (e.code === "ENOTSUP") x(); }',
      'async function start() { server.listen(3000); } start().catch((e) => e.code === "ENOTSUP");',
      'async function start() { server.listen(3000); } start().then(go).catch((e) => e.code === "ENOTSUP");',
      'async function start() { server.listen(3000); } start().catch(retry); function retry(e) { if (e.code === "ENOTSUP") x(); }',
      'server.on("error", (e) => { const errors = ["EOPNOTSUPP"]; });  server.listen(3000);',
      'server.on("error", (e) => handle(e)); function handle(e) { if (e.code === "ENOTSUP") x(); } server.listen(3000);',
      'server.on("error", (e) => a(e)); function a(e) { b(e); } function b(e) { if (e.code === "ENOTSUP") x(); } server.listen(3000);',
      'const errors = { handle(e) { if (e.code === "ENOTSUP") x(); } }; server.on("error", (e) => errors.handle(e)); server.listen(3000);',
      'let codes; codes = ["ENOTSUP"]; server.on("error", (e) => codes.includes(e.code) && x()); server.listen(3000);',
      'server.listen(3000).on("error", (e) => e.code === "ENOTSUP");',
    ])
      assert.equal(handles(text), true, text);
    for (const text of [
      LISTEN,
      'server.on("close", (error) => { if (error.code === "ENOTSUP") again(); }); server.listen(3000);',
      'server.on("error", (error) => { if (error.code === "EADDRINUSE") again(); }); server.listen(3000);',
      'try { other(); } catch (error) { if (error.code === "ENOTSUP") again(); } server.listen(3000);',
      'server.listen(3000, () => { log("ENOTSUP"); });',
      'try { x(); } catch { server.listen(3000); log("ENOTSUP"); }',
      'try { server.listen(3000); } finally { log("ENOTSUP"); }',
      'try { x(); } catch (e) { log("ENOTSUP"); } finally { server.listen(3000); }',
      'x().catch((e) => { server.listen(3000); log("ENOTSUP"); });',
      'server.listen(3000).then((e) => e.code === "ENOTSUP");',
      "server.listen(3000).catch(retry);",
      'const codes = ["ENOTSUP"]; server.on("error", (e) => x(e.code)); codes.push(1); server.listen(3000);',
      'const codes = ["EACCES"]; server.on("error", (e) => codes.includes(e.code) && x()); server.listen(3000);',
      'server.on("error", (e) => again()); function again() { again(); } server.listen(3000);',
      'async function start() { server.listen(3000); } x().catch((e) => { start(); log("ENOTSUP"); });',
      'async function start() { server.listen(3000); } try { x(); } catch (e) { start(); log("ENOTSUP"); }',
      'function start() { server.listen(3000); } function other() {} try { other(); } catch (e) { log("ENOTSUP"); }',
    ])
      assert.equal(handles(text), false, text);
  });

  it("finds what leans on the primary", () => {
    const relies = (text: string) => facts(`${CLUSTER} ${text} ${LISTEN}`).process.reliesOnPrimary !== null;
    for (const text of [
      'cluster.on("listening", note);',
      'const worker = cluster.fork(); worker.once("listening", note);',
      "for (const id in cluster.workers) cluster.workers[id].disconnect();",
      "for (const each of Object.values(cluster.workers)) each.disconnect();",
      "const all = []; all.push(cluster.fork()); all.forEach((each) => each.disconnect());",
      "cluster.disconnect();",
      "cluster.worker.disconnect();",
      "export function stop(worker) { worker.disconnect(); }",
      "export function stop(workers) { workers[0].disconnect(); }",
      "export function stop(lastWorker) { lastWorker.disconnect(); }",
    ])
      assert.equal(relies(text), true, text);
    for (const text of [
      'cluster.on("online", note);',
      'server.on("listening", note);',
      'cluster.worker.process.on("listening", note);',
      'cluster.workersOf.on("listening", note);',
      'cluster.prepend("listening", note);',
      'cluster.anon("listening", note);',
      'import own from "my-cluster"; own.on("listening", note);',
      "const worker = net.createServer(); worker.disconnect();",
      "export function stop(working) { working.disconnect(); }",
      "cluster.fork(); sockets.forEach((each) => each.disconnect());",
      "const all = []; const other = []; other.push(cluster.fork()); all.forEach((each) => each.disconnect());",
      'cluster.onAny("listening", note);',
      "socket.disconnect();",
      "for (const each of sockets) each.disconnect();",
    ])
      assert.equal(relies(text), false, text);
  });

  it("knows the side of a listen", () => {
    const side = (text: string, runtime: Runtime = "node") => {
      const { process, site } = facts(text, runtime);
      return process.workerSide(site);
    };
    assert.equal(side(`${THREADS} if (!isMainThread) ${LISTEN}`), "threads");
    assert.equal(side(`${THREADS} ${LISTEN}`), null);
    assert.equal(side(`${THREADS} if (isMainThread) ${LISTEN}`), null);
    assert.equal(side(`${NET} if (process.send) ${LISTEN}`), "processes");
    assert.equal(
      side(`import { parentPort } from "node:worker_threads"; ${NET} parentPort.on("message", f); ${LISTEN}`),
      "threads",
    );
    assert.equal(
      side(`import { fork } from "node:child_process"; ${NET} if (x) fork(__filename); else ${LISTEN}`),
      "processes",
    );
    assert.equal(side(`import { fork } from "node:child_process"; ${NET} if (x) fork("job.js"); else ${LISTEN}`), null);
    assert.equal(side(`${CLUSTER} if (cluster.isPrimary) cluster.fork(); else ${LISTEN}`), null);
    const bun = `import cluster from "node:cluster"; if (cluster.isPrimary) cluster.fork(); else`;
    assert.equal(side(`${bun} Bun.listen({ port: 1, socket: {} });`, "bun"), "processes");
    assert.equal(side(`${bun} Bun.serve({ port: 1, fetch });`, "bun"), null);
  });

  it("knows the role in a cluster", () => {
    const role = (text: string) => {
      const { process, site } = facts(text);
      return [process.clusterRole(site), process.inClusterWorker(site)];
    };
    assert.deepEqual(role(`${CLUSTER} ${LISTEN}`), [null, "no"]);
    assert.deepEqual(role(`${CLUSTER} if (cluster.isPrimary) { cluster.fork(); ${LISTEN} }`), ["primary", "no"]);
    assert.deepEqual(role(`${CLUSTER} if (cluster.isPrimary) cluster.fork(); else ${LISTEN}`), ["worker", "yes"]);
    assert.deepEqual(role(`${CLUSTER} if (cluster.isPrimary) cluster.fork(); ${LISTEN}`), [null, "yes"]);
    assert.deepEqual(role(`${CLUSTER} if (multi) cluster.fork(); else ${LISTEN}`), [null, "maybe"]);
    const exec = `${CLUSTER} cluster.setupPrimary({ exec: "worker.js" });`;
    assert.deepEqual(role(`${exec} cluster.fork(); ${LISTEN}`), [null, "no"]);
    assert.deepEqual(role(`${exec} if (cluster.isPrimary) cluster.fork(); else ${LISTEN}`), ["worker", "yes"]);
  });

  it("counts the launches of this file that stand beside each other", () => {
    const many = (text: string) => facts(`${THREADS} ${text} ${LISTEN}`).process.starts.map((each) => each.many);
    assert.deepEqual(many("new Worker(__filename);"), [false]);
    assert.deepEqual(many("new Worker(__filename); new Worker(__filename);"), [true, true]);
    assert.deepEqual(many("if (x) new Worker(__filename); else new Worker(__filename);"), [false, false]);
    assert.deepEqual(many("if (x) { new Worker(__filename); new Worker(__filename); }"), [true, true]);
    assert.deepEqual(many("switch (x) { case 1: new Worker(__filename); break; case 2: new Worker(__filename); }"), [
      false,
      false,
    ]);
    assert.deepEqual(many("switch (x) { case 1: case 2: new Worker(__filename); new Worker(__filename); }"), [
      true,
      true,
    ]);
    assert.deepEqual(many('new Worker(__filename); new Worker("other.js");'), [false]);
    assert.deepEqual(many('import { fork } from "node:child_process"; new Worker(__filename); fork(__filename);'), [
      false,
      false,
    ]);
    assert.deepEqual(many('new Worker(__filename).on("exit", () => new Worker(__filename));'), [false]);
    assert.deepEqual(many("for (let i = 0; i < 2; i++) new Worker(__filename);"), [true]);
    assert.deepEqual(many("for (let i = 0; i < 1; i++) new Worker(__filename);"), [false]);
  });

  it("finds the launch whose launcher listens as well", () => {
    const beside = (text: string) => {
      const { process, site } = facts(text);
      return process.launcherBeside(site)?.kind ?? null;
    };
    assert.equal(beside(`${CLUSTER} if (cluster.isPrimary) cluster.fork(); ${LISTEN}`), "processes");
    assert.equal(beside(`${THREADS} if (isMainThread) new Worker(__filename); ${LISTEN}`), "threads");
    const throng = (workers: string) =>
      `import throng from "throng"; ${NET} throng({ workers: ${workers}, worker: f }); ${LISTEN}`;
    assert.equal(beside(throng("2")), "processes");
    assert.equal(beside(throng("process.env.WORKERS || 2")), "processes");
    for (const text of [
      throng("process.env.WORKERS"),
      throng("process.env.WORKERS || 0"),
      `${CLUSTER} if (cluster.isPrimary) cluster.fork(); else ${LISTEN}`,
      `${CLUSTER} if (cluster.isPrimary) { cluster.fork(); ${LISTEN} }`,
      `${CLUSTER} if (cluster.isPrimary && multi) cluster.fork(); ${LISTEN}`,
      `${CLUSTER} if (cluster.isPrimary) cluster.fork(); if (x) ${LISTEN}`,
      `${CLUSTER} if (cluster.isPrimary) cluster.fork(); export function start() { ${LISTEN} }`,
      `${CLUSTER} if (cluster.isPrimary) cluster.on("exit", () => cluster.fork()); ${LISTEN}`,
      `${CLUSTER} cluster.setupPrimary({ exec: "worker.js" }); if (cluster.isPrimary) cluster.fork(); ${LISTEN}`,
      `${THREADS} if (isMainThread) new Worker("other.js"); ${LISTEN}`,
      `${THREADS} new Worker(__filename); ${LISTEN}`,
    ])
      assert.equal(beside(text), null, text);
  });

  it("knows ports that differ by worker", () => {
    const varies = (port: string, start = "") => {
      const { process, site } = facts(
        `import { fork } from "node:child_process"; import cluster from "node:cluster"; import { workerData, threadId } from "node:worker_threads"; ${NET} ${start} server.listen(${port});`,
      );
      assert.ok(site.endpoint.kind === "port" && site.endpoint.node);
      return variesByWorker(site.endpoint.node, process.starts);
    };
    const fork = (env: string) => `fork(__filename, { env: { ${env} } });`;
    for (const [port, start] of [
      ["workerData.port"],
      ["7000 + threadId"],
      ["Number(process.argv[2])"],
      ["cluster.isPrimary ? 3000 : 3001"],
      ["base + cluster.worker.id"],
      ["process.env.PORT", fork("PORT: base + n")],
      ["Number(process.env.PORT ?? 1)", fork("PORT: base + n")],
      ["process.env.PORT", fork("...extra")],
    ])
      assert.equal(varies(port!, start), true, `${port} ${start}`);
    for (const [port, start] of [
      ["3000"],
      ["process.env.PORT"],
      ["process.env.PORT || 3000", fork('CHILD: "1"')],
      ["process.env.PORT", fork('PORT: "4000"')],
      ["config.port"],
    ])
      assert.equal(varies(port!, start), false, `${port} ${start}`);
  });

  it("knows what a plain listen does in a cluster worker", () => {
    const table: readonly [string, Runtime, string | null][] = [
      ["http.Server#listen", "node", "primary"],
      ["net.Server#listen", "bun", "primary"],
      ["http2.Http2Server#listen", "bun", "primary"],
      ["http.Server#listen", "bun", "kernel"],
      ["https.Server#listen", "bun", "kernel"],
      ["bun.serve", "bun", "kernel"],
      ["bun.listen", "bun", "alone"],
      ["unknown.listen", "bun", null],
      ["shaped", "bun", null],
      ["http.Server#listen", "deno", "primary"],
      ["deno.serve", "deno", "alone"],
      ["deno.listenTls", "deno", "alone"],
      ["shaped", "deno", null],
    ];
    for (const [api, runtime, expected] of table)
      assert.equal(clusterListen(api, runtime), expected, `${api} ${runtime}`);
  });
});
