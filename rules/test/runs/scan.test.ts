import assert from "node:assert/strict";
import { parseFile } from "../../src/parse/parse-file.ts";
import { loadsOf } from "../../src/runs/loads.ts";
import { scanned, specifiersIn } from "../../src/runs/scan.ts";

describe("what a text loads by constant names", () => {
  for (const [text, expected] of [
    ['import "./a";', "./a"],
    ["import a from './a';", "./a"],
    ["import a from `./a`;", "./a"],
    ['import{a}from"./a";', "./a"],
    ['export * from "./a";', "./a"],
    ['import("./a");', "./a"],
    ['import ( "./a" );', "./a"],
    ['import(/* webpackChunkName: "b" */ "./a");', "./a"],
    ['import(/* b */ /* c */ "./a");', "./a"],
    ['require("./a");', "./a"],
    ['require ("./a");', "./a"],
    ['__require("./a"); __require2("./b");', "./a ./b"],
    ['import "./a"; import "./b"; import "./a";', "./a ./b"],
    ['requires("./a");', ""],
    ['myrequire("./a");', ""],
    ['fromage "./a";', ""],
    ['xfrom "./a";', ""],
    ["import(`./${a}`);", ""],
    ["require(a);", ""],
    ['require("./a\n");', ""],
    ["a('./a');", ""],
  ] as const)
    it(text, () => assert.equal(specifiersIn(text).join(" "), expected));
});

describe("what a text loads for its types alone", () => {
  for (const [text, expected] of [
    ['import type { A } from "./a";', "./a"],
    ['import type {\n  A,\n  B,\n} from "./a";', "./a"],
    ['import type{A}from"./a";', "./a"],
    ['import type A from "./a";', "./a"],
    ['import type * as a from "./a";', "./a"],
    ['export type { A } from "./a";', "./a"],
    ['export type * from "./a";', "./a"],
    ['import { type A } from "./a";', "./a"],
    ['import {type A} from "./a";', "./a"],
    ['import {\n  type A,\n  type B,\n} from "./a";', "./a"],
    ['import  type  { A } from "./a";', "./a"],
    ['import { a as type } from "./a";', ""],
    ['import { type A, type B, } from "./a";', "./a"],
    ['import type { A } from "./a"; import type { B } from "./b";', "./a ./b"],
    ['import type { A } from "./a"; import { b } from "./b";', "./a"],
    ['import type { A } from "./a"; import "./a";', ""],
    ['import type { A } from "./a"; require("./b");', "./a"],
    ['import { type A, b } from "./a";', ""],
    ['import a, { type B } from "./a";', ""],
    ['import {} from "./a"; export { type B };', ""],
    ['import type from "./a";', ""],
    ['import type, { a } from "./a";', ""],
    ['import { types } from "./a";', ""],
    ['export { type A } from "./a";', ""],
    ['export type A = 1; import b from "./b";', ""],
    ['export type A = 1; import "./b";', ""],
  ] as const)
    it(text, () => {
      const { specifiers, types } = scanned(text);
      assert.equal(types.join(" "), expected);
      assert.deepEqual([...specifiers, ...types].sort(), specifiersIn(text).sort());
    });
});

/** Which of the marks of a text are set. */
const MARKS = ["mayLaunch", "setsUpWorkers", "loadsMore", "writesClientOption"] as const;

describe("what a text may do", () => {
  for (const [text, expected] of [
    ["", ""],
    ['import cluster from "cluster"; cluster.fork();', "mayLaunch"],
    ["nodeCluster.fork();", ""],
    ["my.Cluster.fork();", "mayLaunch"],
    ["cluster.forks();", ""],
    ["clusters.fork();", ""],
    ['new Worker("./a.js");', "mayLaunch"],
    ['new threads.Worker("./a.js");', "mayLaunch"],
    ['import { Worker as ThreadWorker } from "worker_threads"; new ThreadWorker(a);', "mayLaunch"],
    ['import threads from "worker_threads"; new MyWorker(a);', "mayLaunch"],
    ["new MyWorker(a);", ""],
    ["new Workers(a);", ""],
    ['Worker("./a.js");', ""],
    ['import { fork } from "node:child_process"; fork(a);', "mayLaunch"],
    ["import { fork } from 'child_process'; fork(a);", "mayLaunch"],
    ['import { fork } from "./my-child_process"; fork(a);', ""],
    ['import { forks } from "node:child_process"; forks(a);', ""],
    ['import { execa } from "execa"; fork(a);', "mayLaunch"],
    ['import { spawn } from "node:child_process"; spawn("node", [a]);', "mayLaunch"],
    ['import { spawn } from "node:child_process"; spawn(process.execPath, [a]);', "mayLaunch"],
    ['import { spawn } from "node:child_process"; spawn(process.argv0, [a]);', "mayLaunch"],
    ['import { spawn } from "node:child_process"; spawn(process.argv[0], [a]);', "mayLaunch"],
    ['import { exec } from "node:child_process"; exec("tsx a.ts");', "mayLaunch"],
    ['import { spawn } from "node:child_process"; spawn("node.exe", [a]);', "mayLaunch"],
    ['import { spawn } from "node:child_process"; spawn("git", [a]);', ""],
    ['import { spawn } from "node:child_process"; spawn("anode", [a]);', ""],
    ['import { spawn } from "node:child_process"; a.node = 1;', ""],
    ['import { execaNode } from "execa"; execaNode(a);', "mayLaunch"],
    ['import { execa } from "execa"; execa.node(a);', "mayLaunch"],
    ['import { $ } from "zx"; $`node a.js`;', "mayLaunch"],
    ['import spawn from "cross-spawn"; spawn("node", [a]);', "mayLaunch"],
    ['import { $ } from "bun"; $`bun a.js`;', "mayLaunch"],
    ['import { $ } from "bunny"; $`bun a.js`;', ""],
    ['Bun.spawn(["bun", a]);', "mayLaunch"],
    ['new Deno.Command("deno", { args: [a] });', "mayLaunch"],
    ['Bunny.spawn(["node", a]);', ""],
    ['import throng from "throng";', "mayLaunch"],
    ['import Piscina from "piscina";', "mayLaunch"],
    ['const cfork = require("cfork");', "mayLaunch"],
    ['import throng from "./throng";', ""],
    ["throng(a);", ""],
    ["cluster.setupPrimary({});", "setsUpWorkers"],
    ["cluster.setupMaster({});", "setsUpWorkers"],
    ["cluster.setupPrimaryColor({});", ""],
    ["require('./a' + b);", "loadsMore"],
    ["require(__dirname + b);", "loadsMore"],
    ["require(path.join(__dirname, b));", "loadsMore"],
    ["import(new URL(b, import.meta.url));", "loadsMore"],
    ["import(`./a/${b}.js`);", "loadsMore"],
    ["import(`${b}.js`);", ""],
    ["require(b);", ""],
    ["require(path.join(b));", ""],
    ["require('a' + b);", ""],
    ["require('./a'); f('./c' + b);", ""],
    ["require(`./a`); f(`./c${b}`);", ""],
    ["require(); f('./c' + b);", ""],
    ["a.required(b + './c' + d);", ""],
    ["http.get({ localAddress: a });", "writesClientOption"],
  ] as const)
    it(text || "nothing", () => {
      const found = scanned(text);
      assert.equal(MARKS.filter((mark) => found[mark]).join(" "), expected);
    });

  it("may lead to data and to what a build has made", () => {
    const { outside } = scanned(
      'import "./a"; import "./a.json"; import "../package.json"; import "./dist/a.js"; import "./adist/a.js"; import "b/build/c";',
    );
    assert.deepEqual(outside, ["./a.json", "./dist/a.js", "b/build/c"]);
  });
});

describe("the loads of a module", () => {
  const loads = (code: string) =>
    loadsOf(parseFile(code, "a.ts"))
      .map(({ specifier, argument, isStatic }) =>
        [specifier ?? "?", ...(isStatic ? ["static"] : []), ...(argument ? ["called"] : [])].join(" "),
      )
      .join(", ");
  for (const [code, expected] of [
    ['import "./a";', "./a static"],
    ['import a from "./a";', "./a static"],
    ['import { a, type B } from "./a";', "./a static"],
    ['import { type A, type B } from "./a";', ""],
    ['import a, { type B } from "./a";', "./a static"],
    ['import type { A } from "./a";', ""],
    ['export { a } from "./a";', "./a static"],
    ['export type { A } from "./a";', ""],
    ["export { a };", ""],
    ['export * from "./a";', "./a static"],
    ['export type * from "./a";', ""],
    ['import a = require("./a");', "./a static"],
    ["import a = b.c;", ""],
    ['if (x) import("./a");', "./a called"],
    ["import(a);", "? called"],
    ['require("./a"); require("./b");', "./a called, ./b called"],
    ["require(a);", "? called"],
    ["require();", ""],
    ['__require2("./a");', "./a called"],
    ['module.require("./a");', "./a called"],
    ['other.require("./a");', ""],
    ['module.requires("./a");', ""],
    ['module[require]("./a");', ""],
    ['requires("./a");', ""],
    ['myrequire("./a");', ""],
    ['function f() { return () => [require("./a")]; }', "./a called"],
  ] as const)
    it(code, () => assert.equal(loads(code), expected));
});
