import assert from "node:assert/strict";
import {
  awaited,
  calleeName,
  contains,
  isLoop,
  lastNameOf,
  nameOf,
  stringOf,
  unwrap,
  words,
} from "../../src/analysis/ast.ts";
import type { Call } from "../../src/analysis/ast.ts";
import { elementsOf, iterationOf } from "../../src/analysis/loops.ts";
import { isExport } from "../../src/analysis/makers.ts";
import { textOf } from "../../src/analysis/source.ts";
import { mentions } from "../../src/analysis/text.ts";
import "../../src/analysis/values.ts";
import { marked, snippet } from "./marked.ts";

describe("the words of a name", () => {
  for (const [name, expected] of [
    ["httpPort", "http port"],
    ["HTTP_PORT", "http port"],
    ["HTTPPort", "http port"],
    ["port2", "port"],
    ["port2Name", "port name"],
    ["_port", "port"],
    ["port_", "port"],
    ["$port", "port"],
    ["process.env.PORT", "process env port"],
    ["UDP4Socket", "udp socket"],
    ["", ""],
  ] as const)
    it(`${name} → ${expected || "none"}`, () => assert.deepEqual(words(name), expected.split(" ").filter(Boolean)));
});

describe("the expression itself", () => {
  for (const [code, expected] of [
    ["(«a as any»);", "a"],
    ["(«a satisfies B»);", "a"],
    ["(«a!»);", "a"],
    ["(«<any>a»);", "a"],
    ["(«a<string>»);", "a"],
    ["(«a?.b»);", "a?.b"],
    ["(«0, a»);", "a"],
    ["(«(0, a as any)!»);", "a"],
    ["(«await a»);", "await a"],
    ["(«[a]»);", "[a]"],
  ] as const)
    it(`${code} → ${expected}`, () => {
      const at = unwrap(marked(code));
      assert.equal(textOf(at), expected);
      assert.notEqual(at.type, "ChainExpression");
    });
});

describe("names of members", () => {
  for (const [code, name, last] of [
    ["«a.b»;", "b", "b"],
    ["«a['b']»;", "b", "b"],
    ["«a[`b`]»;", "b", "b"],
    ["«a[`${b}`]»;", null, null],
    ["«a[b]»;", null, null],
    ["«a[0]»;", "0", "0"],
    ["class C { #b; m() { «this.#b»; } }", "#b", "#b"],
    ["«a»;", null, "a"],
    ["(«a.b as any»);", null, "b"],
    ["«a()»;", null, null],
  ] as const)
    it(`${code} → ${name}, ${last}`, () => {
      assert.equal(nameOf(marked(code)), name);
      assert.equal(lastNameOf(marked(code)), last);
    });
  it("of what is called", () => {
    assert.equal(textOf(calleeName(marked("«a.b.c()»;") as Call)), "c");
    assert.equal(textOf(calleeName(marked("«c()»;") as Call)), "c");
    assert.equal(textOf(calleeName(marked("«(0, a.c)()»;") as Call)), "c");
  });
});

describe("texts", () => {
  for (const [code, expected] of [
    ["f(«'a'»);", "a"],
    ["f(«`a`»);", "a"],
    ["f(«`a${b}`»);", null],
    ["f(«5»);", null],
    ["f(«a»);", null],
  ] as const)
    it(`${code} → ${expected}`, () => assert.equal(stringOf(marked(code)), expected));
  it("of nothing are none", () => assert.equal(stringOf(undefined), null));
});

describe("what is waited for", () => {
  for (const [code, expected] of [
    ["«await a»;", "a"],
    ["f(function* () { «yield a»; });", "a"],
    ["f(function* () { «yield* a»; });", null],
    ["function* f() { «yield a»; }", null],
    ["«a»;", null],
  ] as const)
    it(`${code} → ${expected}`, () => {
      const found = awaited(marked(code));
      assert.equal(found && textOf(found), expected);
    });
});

describe("a node in another", () => {
  const { marks } = snippet("f(«g(«x»)», «y»);");
  const [outer, inner, beside] = marks as [Call, Call, Call];
  it("stands in it, or is it", () => {
    assert.ok(contains(outer, inner));
    assert.ok(contains(outer, outer));
    assert.ok(!contains(inner, outer));
    assert.ok(!contains(outer, beside));
    assert.ok(!contains(outer, snippet("f(g(«x»), y);").marks[0]!), "not one of another file");
  });
});

describe("loops", () => {
  for (const code of [
    "for (;;) {}",
    "for (const a in b) {}",
    "for (const a of b) {}",
    "while (a) {}",
    "do {} while (a);",
  ])
    it(code, () => assert.ok(isLoop(marked(`«${code}»`))));
  for (const code of ["if (a) {}", "a: {}"]) it(`not ${code}`, () => assert.ok(!isLoop(marked(`{«${code}»}`))));

  for (const [code, expected] of [
    ["for (const a of b) «a»;", "b"],
    ["for (const [k, a] of b) «a»;", "b"],
    ["for (const { a } of b) «a»;", "b"],
    ["b.forEach((a) => «a»);", "b"],
    ["b.map((a) => «a»);", "b"],
    ["b.forEach((x, a) => «a»);", "b"],
    ["b.filter((a) => «a»);", null],
    ["b.forEach(x, (a) => «a»);", null],
    ["forEach((a) => «a»);", null],
    ["for (const x of b) { const a = x; «a»; }", null],
    ["b.forEach(() => { let a; «a»; });", null],
    ["for (const x of b) f((a) => «a»);", null],
    ["for (const a in b) «a»;", null],
    ["«a»;", null],
    ["for (const a of b) «a.c»;", null],
  ] as const)
    it(`${code} goes over ${expected}`, () => {
      const found = iterationOf(marked(code));
      assert.equal(found ? textOf(found.list) : null, expected);
    });

  for (const [code, expected] of [
    ["f(«[1, 2]»);", 2],
    ["f(«[1]»);", null],
    ["f(«[]»);", null],
    ["f(«[1, , 2]»);", null],
    ["f(«[1, ...x]»);", null],
    [`f(«[${"1, ".repeat(50)}]»);`, 50],
    [`f(«[${"1, ".repeat(51)}]»);`, null],
    ["f(«x»);", null],
    ["const a = [1, 2]; f(«a»);", 2],
    ["let a = [1, 2]; a = x; f(«a»);", null],
    ["const a = [1, 2]; a.push(3); f(«a»);", null],
    ["const a = [1, 2]; a[0] = 3; f(«a»);", null],
    ["const a = [1, 2]; a.forEach(x); f(«a»);", 2],
    ["const a = [1, 2]; a.map(x); f(a.length); f(«a»);", 2],
    ["const a = [1, 2]; a.flatMap(x); f(«a»);", null],
    ["const a = [1, 2]; x[a]; f(«a»);", 2],
  ] as [string, number | null][])
    it(`${code.slice(0, 60)} has ${expected ?? "who knows what"}`, () =>
      assert.equal(elementsOf(marked(code))?.length ?? null, expected));
});

describe("what is exported where it stands", () => {
  for (const [code, expected] of [
    ["export «function f() {}»", true],
    ["export default «function f() {}»", true],
    ["«function f() {}»", false],
    ["export const a = «() => {}»;", false],
    ["module.exports = «() => {}»;", true],
    ["module.exports.a = «() => {}»;", true],
    ["exports.a = «() => {}»;", true],
    ["exports.a = module.exports.b = «() => {}»;", true],
    ["module.exports = { a: «() => {}» };", true],
    ["module.exports = { a: { b: «() => {}» } };", true],
    ["module.exports = { [«() => {}»]: 1 };", false],
    ["x.exports = «() => {}»;", false],
    ["module = «() => {}»;", false],
    ["x[module.exports] = «() => {}»;", false],
    ["function f(module) { module.exports = «() => {}»; }", false],
    ["f(«() => {}»);", false],
    ["export = «f»;", true],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(isExport(marked(code)), expected));
});

describe("a name that a text mentions", () => {
  const in_ = (text: string, name: string) => mentions(snippet(text).file, name);
  it("stands for itself, and is no part of another", () => {
    assert.ok(in_("a.globalAgent;", "globalAgent"));
    assert.ok(!in_("a.globalAgents;", "globalAgent"));
    assert.ok(!in_("a.myglobalAgent;", "globalAgent"));
    assert.ok(in_("a.$x;", "$x"));
    assert.ok(!in_("a.$$x;", "$x"));
    assert.ok(!in_("b;", "a"));
  });
});
