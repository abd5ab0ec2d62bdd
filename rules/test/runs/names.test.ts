import assert from "node:assert/strict";
import { enclosingFunction, type Node } from "../../src/analysis/ast.ts";
import type { SourceFile } from "../../src/analysis/source.ts";
import { parseFile } from "../../src/parse/parse-file.ts";
import { loadsOf } from "../../src/runs/loads.ts";
import { directNamesOf, exportNamesOf, isExportedHere, usesOf } from "../../src/runs/names.ts";
import { textOf } from "../../src/analysis/source.ts";
import { here } from "../process/code.ts";

function functionIn(code: string): NonNullable<ReturnType<typeof enclosingFunction>> {
  const fn = enclosingFunction(here(parseFile(code, "a.ts")));
  assert.ok(fn);
  return fn;
}

describe("the names by which other modules get a function", () => {
  for (const [code, names] of [
    ["function f() { here(); }", ""],
    ["export function f() { here(); }", "f"],
    ["export default function () { here(); }", "default"],
    ["export default () => here();", "default"],
    ["export const a = 1, f = () => here();", "f"],
    ["export const { f = () => here() } = a;", ""],
    ["const f = () => here();", ""],
    ["function f() { here(); } export { f };", "f"],
    ["function f() { here(); } export { f as g, f as h };", "g h"],
    ['function f() { here(); } export { f as "a b" };', "a b"],
    ["function f() { here(); } export { g };", ""],
    ["function f() { here(); } export default f;", "default"],
    ["const f = function g() { here(); }; export { f };", "f"],
    ["function f() { here(); } module.exports = f;", "default"],
    ["function f() { here(); } module.exports.g = f;", "g"],
    ["function f() { here(); } f = module.exports.g;", ""],
    ["exports.g = function () { here(); };", "g"],
    ["function f() { here(); } module.exports = exports = f;", "default"],
    ["module.exports = exports = function () { here(); };", "default"],
    ["function f() { here(); } module.exports = { f };", "f"],
    ["function f() { here(); } module.exports = { g: f };", "g"],
    ["function f() { here(); } module.exports = { [f]: 1 };", ""],
    ["function f() { here(); } export default { g: f };", "g"],
    ["function f() { here(); } module.exports.a = { g: f };", ""],
    ["function f() { here(); } use({ g: f });", ""],
    ["function f() { here(); } module.exports.a.b = f;", ""],
    ["function f() { here(); } my.module.exports = f;", ""],
    ["function f() { here(); } my.exports.g = f;", ""],
    ["function f() { here(); } exports['g'] = f;", ""],
    ["export class A { m() { here(); } }", "A"],
    ["class A { m() { here(); } } export { A as B };", "B"],
    ["export const o = { m() { here(); } };", "o"],
    ["module.exports = { m() { here(); } };", "m default"],
    ["exports.f = f; exports.g = f; function f() { here(); }", "f g"],
    ["function f() { here(); } Object.defineProperty(exports, 'g', { get: function () { return f; } });", "g"],
    ["export function outer() { function between() { function f() { here(); } } }", ""],
  ] as const)
    it(code, () => assert.equal(exportNamesOf(functionIn(code))?.join(" ") ?? "", names));

  it("are not known where it does not go out by one", () =>
    assert.equal(exportNamesOf(functionIn("function f() { here(); } use(f);")), null));
  it("leaves out what it is a part of, where that is asked", () => {
    assert.deepEqual(directNamesOf(functionIn("export class A { m() { here(); } }")), []);
    assert.deepEqual(directNamesOf(functionIn("export function f() { here(); }")), ["f"]);
  });

  it("knows what goes out, or runs when others call it", () => {
    const isOut = (code: string) => isExportedHere(here(parseFile(code, "a.ts")));
    assert.equal(isOut("export const a = here();"), true);
    assert.equal(isOut("module.exports = wrap(here());"), true);
    assert.equal(isOut("const a = here(); module.exports = { a };"), true);
    assert.equal(isOut("const a = here(); module.exports = { b };"), false);
    assert.equal(isOut("here();"), false);
  });
});

/** How code uses what it loads from "./x", in short: "a" for a mention, "a()" for a call, "a → b" for what goes on by another name. */
function uses(code: string, names: readonly string[] | null): string {
  const file: SourceFile = parseFile(code, "a.ts");
  return loadsOf(file)
    .filter(({ specifier }) => specifier === "./x")
    .flatMap(({ node }: { node: Node }) => usesOf(node, names))
    .map(({ node, isCall, onwards }) => {
      const text = /^Export/.test(node.type) ? "all" : textOf(node);
      return `${text}${isCall ? "()" : ""}${onwards === undefined ? "" : ` → ${onwards}`}`;
    })
    .join(", ");
}

describe("how a module uses the function `start` of another one", () => {
  for (const [code, expected] of [
    ['import { start } from "./x"; start();', "start()"],
    ['import { start } from "./x"; new start();', "start()"],
    ['import { start } from "./x"; start.now();', "start()"],
    ['import { start } from "./x"; use(start);', "start"],
    ['import { start } from "./x"; a[start]();', "start"],
    ['import { start } from "./x"; start(); use(start);', "start(), start"],
    ['import { start } from "./x";', ""],
    ['import { start as go } from "./x"; go(); start();', "go()"],
    ['import { "start" as go } from "./x"; go();', "go()"],
    ['import { stop } from "./x"; stop();', ""],
    ['import { stop, start } from "./x"; stop(); start();', "start()"],
    ['import { start } from "./y"; start();', ""],
    ['import "./x";', ""],
    ['import { start } from "./x"; export { start };', "start → start"],
    ['import { start } from "./x"; export { start as go };', "start → go"],
    ['import { start } from "./x"; export default start;', "start → default"],
    ['import { start } from "./x"; module.exports.go = start;', "start → go"],
    ['import * as x from "./x"; x.start();', "x.start()"],
    ['import * as x from "./x"; x.start.now();', "x.start()"],
    ['import * as x from "./x"; new x.start();', "x.start()"],
    ['import * as x from "./x"; x["start"]();', 'x["start"]()'],
    ['import * as x from "./x"; x.stop();', ""],
    ['import * as x from "./x"; x[name]();', "x[name]()"],
    ['import * as x from "./x"; a[x]();', "x"],
    ['import * as x from "./x"; use(x);', "x"],
    ['import * as x from "./x"; use(x.start);', "x.start"],
    ['import * as x from "./x"; exports.go = x.start;', "x.start → go"],
    ['import x from "./x"; x.start();', "x.start()"],
    ['import x from "./x"; x();', ""],
    ['import { default as x } from "./x"; x.start();', "x.start()"],
    ['import * as x from "./x"; x.default.start();', "x.default.start()"],
    ['import x = require("./x"); x.start();', "x.start()"],
    ['export { start } from "./x";', "all → start"],
    ['export { start as go, stop } from "./x";', "all → go"],
    ['export { "start" as "go" } from "./x";', "all → go"],
    ['export { stop } from "./x";', ""],
    ['export * from "./x";', "all → start"],
    ['export * as x from "./x";', "all → x"],
    ['require("./x").start();', 'require("./x").start()'],
    ['require("./x").stop();', ""],
    ['require("./x")();', ""],
    ['require("./x");', ""],
    ['use(require("./x"));', 'require("./x")'],
    ['module.exports = require("./x");', 'require("./x") → default'],
    ['const x = require("./x"); x.start();', "x.start()"],
    ['const x = require("./x") as any; x.start();', "x.start()"],
    ['const x = require("./x")!; x.start();', "x.start()"],
    ['const x = require?.("./x"); x.start();', "x.start()"],
    ['let x; x = require("./x"); x.start();', "x.start()"],
    ['const { start } = require("./x"); start();', "start()"],
    ['const { start: go } = require("./x"); go();', "go()"],
    ['const { start = none } = require("./x"); start();', "start()"],
    ['const { start: { now } } = require("./x"); now();', 'require("./x")'],
    ['const { stop } = require("./x"); stop();', ""],
    ['const { [name]: go } = require("./x"); go();', 'require("./x")'],
    ['const { ...x } = require("./x"); x.start();', 'require("./x")'],
    ['const [start] = require("./x"); start();', 'require("./x")'],
    ['a.x = require("./x");', 'require("./x")'],
    ['await import("./x");', ""],
    ['(await import("./x")).start();', '(await import("./x")).start()'],
    ['const { start } = await import("./x"); start();', "start()"],
    ['import("./x").then(({ start }) => start());', "start()"],
    ['import("./x").then((x) => x.start());', "x.start()"],
    ['import("./x").then(({ stop }) => stop());', ""],
    ['import("./x").then(() => start());', ""],
    ['import("./x").then(use);', 'import("./x")'],
    ['import("./x").then;', 'import("./x")'],
    ['use(import("./x").then);', 'import("./x")'],
    ['later(() => 1, import("./x").then);', 'import("./x")'],
    ['const x = import("./x"); x.then(({ start }) => start());', "start()"],
    ['import("./x").catch(log);', ""],
    ['const x = __importStar(require("./x")); x.start();', "x.start()"],
    ['const x = tslib_1.__importDefault(require("./x")); x.default.start();', "x.default.start()"],
    ['const x = other(require("./x")); x.start();', 'require("./x")'],
    ['const x = __importStarted(require("./x")); x.start();', 'require("./x")'],
    ['__exportStar(require("./x"), exports);', '__exportStar(require("./x"), exports) → start'],
  ] as const)
    it(code, () => assert.equal(uses(code, ["start"]), expected));
});

describe("how a module uses another one", () => {
  for (const [code, expected] of [
    ['import x from "./x"; x();', "x()"],
    ['import x from "./x"; use(x);', "x"],
    ['import { a, b } from "./x"; a(); use(b);', "a(), b"],
    ['export { a as b } from "./x";', "all → b"],
    ['export * from "./x";', "all → default"],
    ['__exportStar(require("./x"), exports);', '__exportStar(require("./x"), exports) → default'],
    ['const x = require("./x"); x();', "x()"],
    ['const { a } = require("./x"); a();', "a()"],
  ] as const)
    it(code, () => assert.equal(uses(code, null), expected));
});
