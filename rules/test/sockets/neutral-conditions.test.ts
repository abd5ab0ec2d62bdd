import assert from "node:assert/strict";
import { conditionsOf } from "../../src/analysis/conditions.ts";
import { isNeutral } from "../../src/sockets/neutral-conditions.ts";
import "../../src/analysis/values.ts";
import { marked } from "../analysis/marked.ts";

const NODE =
  "import cluster from 'cluster'; import url from 'url'; import path from 'path'; import fs from 'fs'; import * as threads from 'worker_threads'; ";

/** Whether the test around the mark has nothing to do with sharing a port. */
function table(title: string, rows: readonly (readonly [code: string, expected: boolean])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows)
      it(`${code} ${expected ? "has nothing to do with sharing" : "may have"}`, () =>
        assert.equal(isNeutral(conditionsOf(marked(NODE + code, "a.cts"))[0]!), expected));
  });
}

const test = (condition: string) => `if (${condition}) «f()»;`;

table("what a process is", [
  [test("cluster.isPrimary"), true],
  [test("cluster.isMaster"), true],
  [test("cluster.isWorker"), true],
  [test("cluster.settings"), false],
  [test("threads.isMainThread"), true],
  [test("threads.parentPort"), true],
  [test("threads.threadId === 1"), true],
  [test("threads.workerData"), false],
  [test("require.main === module"), true],
  [test("!module.parent"), true],
  [test("Bun.main === __filename"), true],
  [test("import.meta.main"), true],
  [test("process.send"), true],
  [test("process.connected"), true],
  [test("process.pid"), false],
  [test("process.argv[2]"), true],
  [test("process.argv.length > 2"), true],
  [test("process.argv.includes('--x')"), true],
  [test("x.includes('--x')"), false],
  [test("process.argv[1].endsWith('x')"), true],
  [test("process.env.MODE.startsWith('x')"), true],
  [test("process.env.MODE.toLowerCase() === 'x'"), true],
  [test("process.env.MODE"), true],
  [test("process.env.MODE === mode"), false],
  [test("process.env.REUSE_PORT"), false],
  [test("process.env.WEB_CONCURRENCY"), false],
  [test("process.env.USE_CLUSTER"), false],
  [test("process.env.THREADS"), false],
  [test("process.env.INSTANCE_ID"), false],
  [test("process.env.CPUS"), false],
  [test("process.env.MULTI"), false],
  [test("process.env.SHARED"), false],
  [test("process.platform === 'linux'"), true],
  [test("import.meta.url === url.pathToFileURL(process.argv[1]).href"), true],
  [test("import.meta.url === url.pathToFileURL(x).href"), false],
  [test("url.fileURLToPath(import.meta.url) === path.resolve(process.env.X)"), true],
  [test("path.basename(process.env.X) === 'a'"), true],
  [test("path.join(process.env.X) === 'a'"), false],
  [test("fs.realpathSync(process.env.X) === __filename"), true],
  [test("Boolean(process.env.X)"), true],
  [test("String(process.env.X) === 'a'"), true],
  [test("Number(process.env.X)"), false],
]);

table("names, constants and operators", [
  [test("undefined"), true],
  [test("x === undefined"), false],
  [test("module"), true],
  [`export function g(module) { ${test("module")} }`, false],
  [test("__dirname"), false],
  [test("err"), true],
  [test("error"), true],
  [test("e"), true],
  [test("listenError"), true],
  [test("fsErr.code"), true],
  [test("fsErr.message"), false],
  [test("errors"), false],
  [test("ready"), false],
  [test("1"), true],
  [test("`x`"), true],
  [test("`x${y}`"), true],
  [test("process.env.X && process.env.Y"), true],
  [test("process.env.X && ready"), false],
  [test("ready || process.env.X"), false],
  [test("process.env.X === 'a'"), true],
  [test("ready === 'a'"), false],
  [test("'a' === ready"), false],
  [test("typeof process.env.X"), true],
  ["class C { #x; m(o) { if (#x in o) «f()»; } }", false],
  [`const dev = process.env.NODE_ENV !== 'production'; ${test("dev")}`, true],
  [`const dev = ready(); ${test("dev")}`, false],
  [`let dev = process.env.X; dev = 1; ${test("dev")}`, false],
]);

const exit = (condition: string, leaves = "return;") => `export function g(x) { if (${condition}) ${leaves} «f()»; }`;

table("early exits", [
  [exit("ready"), true],
  [exit("ready", "return stop();"), true],
  [exit("ready", "return listenOn();"), false],
  [exit("ready", "return it.serve();"), false],
  [exit("ready", "return start();"), false],
  [exit("ready", "return it.fork();"), false],
  [exit("ready", "return bindAll();"), false],
  [exit("ready", "return it[x]();"), true],
  [exit("reusePort"), false],
  [exit("workerCount"), false],
  [exit("options.cluster"), false],
  [exit("options.ready"), true],
  [exit("shareSocket()"), false],
  [exit("it.shared()"), false],
  [exit("it.ready()"), true],
  [exit("isReady()"), true],
  [exit("(() => x)()"), true],
  [exit("!instances"), false],
  [exit("ready && isLinux"), false],
  [exit("isMac"), false],
  [exit("onWindows"), false],
  [exit("window"), true],
  [exit("cpus > 1"), false],
  [exit("threads.threadId && threads.resourceLimits"), false],
]);
