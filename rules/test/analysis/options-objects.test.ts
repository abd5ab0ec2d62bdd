import assert from "node:assert/strict";
import { mayBeOptions, optionsObjectsOf } from "../../src/analysis/options-objects.ts";
import { textOf } from "../../src/analysis/source.ts";
import "../../src/analysis/values.ts";
import { marked } from "./marked.ts";

/** The literals that the marked expression may be, each with what has to be true for it: `{ a: 1 } if x, !y`. */
function objects(code: string): string {
  const all = optionsObjectsOf(marked(code));
  return (all ?? [])
    .map(({ object, conditions = [] }) => {
      const tests = conditions.map(({ test, when }) => `${when ? "" : "!"}${textOf(test)}`).join(", ");
      return `${textOf(object)}${tests && ` if ${tests}`}`;
    })
    .join("; ");
}

function table(title: string, rows: readonly (readonly [code: string, expected: string])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows)
      it(`${code} → ${expected || "unknown"}`, () => assert.equal(objects(code), expected));
  });
}

table("the objects that a name may be", [
  ["f(«{ a: 1 }»);", "{ a: 1 }"],
  ["const o = { a: 1 }; f(«o»);", "{ a: 1 }"],
  ["const o = { a: 1 } as const; f(«o»);", "{ a: 1 }"],
  ["let o = null; o = { a: 1 }; f(«o»);", "{ a: 1 }"],
  ["let o; if (x) o = { a: 1 }; f(«o»);", "{ a: 1 }"],
  ["var o = p; var p = o; f(«o»);", ""],
  ["let o; if (x) o = { a: 1 }; else o = { a: 2 }; f(«o»);", "{ a: 1 } if x; { a: 2 } if !x"],
  ["let o = { a: 1 }; if (x) o = y; f(«o»);", ""],
  ["let o; f(«o»);", ""],
  ["var o = { a: 1 }; var o = { a: 2 }; f(«o»);", ""],
  ["const { o } = y; f(«o»);", ""],
  ["const { o } = { o: { a: 1 } }; f(«o»);", "{ a: 1 }"],
  ["f(«y»);", ""],
  ["f(«1»);", ""],
  ["const c = { p: { a: 1 } }; f(«c.p»);", "{ a: 1 }"],
  ["const c = { p: { a: 1 } }; f(«c.q»);", ""],
  ["const c = { p: class {} }; f(«c.p»);", ""],
]);

table("the objects that callers hand over", [
  ["function g(o) { f(«o»); } g({ a: 1 });", "{ a: 1 }"],
  ["function g(o) { f(«o»); } g({ a: 1 }); g({ a: 2 });", "{ a: 1 }; { a: 2 }"],
  ["function g(o) { f(«o»); } if (x) g({ a: 1 }); g({ a: 2 });", "{ a: 1 } if x; { a: 2 }"],
  ["function g(o) { f(«o»); } g({ a: 1 }); g(y);", ""],
  ["function g(o) { f(«o»); } g({ a: 1 }); g(null);", "{ a: 1 }"],
  ["function g(o = { a: 1 }) { f(«o»); } g();", "{ a: 1 }"],
  ["function g(o = { a: 1 }) { f(«o»); }", ""],
  ["function g(o) { f(«o»); }", ""],
]);

// Text in the place of the object is a path: the object counts where that does not happen.
table("an object or text", [
  ["let o = { a: 1 }; if (x) o = '/p'; f(«o»);", "{ a: 1 } if !x"],
  ["let o = { a: 1 }; if (x) o = `/p/${y}`; f(«o»);", "{ a: 1 } if !x"],
  ["let o = { a: 1 }; if (x) o = process.env.P; f(«o»);", "{ a: 1 } if !x"],
  ["let o = { a: 1 }; if (x) o = config.P; f(«o»);", ""],
  ["let o = '/p'; if (x) o = { a: 1 }; f(«o»);", "{ a: 1 } if x"],
  ["let o = { a: 1 }; o = '/p'; f(«o»);", ""],
  ["let o = { a: 1 }; if (x) { if (y) o = '/p'; } f(«o»);", ""],
  ["let o = '/p'; o = '/q'; f(«o»);", ""],
]);

table("the branches of a condition", [
  ["f(«x ? { a: 1 } : { a: 2 }»);", "{ a: 1 } if x; { a: 2 } if !x"],
  ["f(«x ? { a: 1 } : null»);", "{ a: 1 } if x"],
  ["f(«x ? undefined : { a: 1 }»);", "{ a: 1 } if !x"],
  ["f(«x ? '/p' : { a: 1 }»);", "{ a: 1 } if !x"],
  ["f(«x ? null : null»);", ""],
  ["f(«x ? y : { a: 1 }»);", ""],
  ["f(«x ? { a: 1 } : y»);", ""],
  ["f(«x ? (y ? { a: 1 } : { a: 2 }) : null»);", "{ a: 1 } if y, x; { a: 2 } if !y, x"],
]);

const STRING = "typeof o === 'string'";

table("what a type test lets through", [
  [`function g(o) { const p = ${STRING} ? { a: 1 } : o; f(«p»); } g({ b: 2 });`, `{ b: 2 } if !${STRING}`],
  [`function g(o) { const p = ${STRING} ? { a: 1 } : o; f(«p»); } g('x');`, `{ a: 1 } if ${STRING}`],
  [
    `function g(o) { const p = ${STRING} ? { a: 1 } : o; f(«p»); } g('x'); g({ b: 2 });`,
    `{ a: 1 } if ${STRING}; { b: 2 } if !${STRING}`,
  ],
  [`function g(o) { const p = ${STRING} ? { a: 1 } : o; f(«p»); } g(y);`, ""],
  ["function g(o, q) { const p = typeof o === 'number' ? { a: 1 } : q; f(«p»); } g(1, 1); g({}, { b: 2 });", ""],
  [`function g(o) { let p = { a: 1 }; if (${STRING}) p = y; f(«p»); } g({ b: 2 });`, "{ a: 1 }"],
  [`function g(o) { let p = { a: 1 }; if (${STRING}) p = y; f(«p»); } g('x');`, ""],
]);

table("calls that give an object", [
  ["f(«Object.freeze({ a: 1 })»);", "{ a: 1 }"],
  ["const o = { a: 1 }; f(«Object.seal(o)»);", "{ a: 1 }"],
  ["f(«Object.freeze(y)»);", ""],
  ["f(«Object.freeze()»);", ""],
  ["f(«other.freeze({ a: 1 })»);", ""],
  ["f(«Object.keys({ a: 1 })»);", ""],
  ["f(«Object.assign({ a: 1 }, y)»);", "{ a: 1 }"],
  ["f(«Object.assign(y, { a: 1 })»);", ""],
  ["f(«other.assign({ a: 1 }, y)»);", ""],
  ["function make() { return { a: 1 }; } f(«make()»);", "{ a: 1 }"],
  ["const make = () => ({ a: 1 }); f(«make()»);", "{ a: 1 }"],
  ["function make() { if (x) return { a: 1 }; return { a: 2 }; } f(«make()»);", "{ a: 1 }; { a: 2 }"],
  ["function make() { if (x) return { a: 1 }; return y; } f(«make()»);", ""],
  ["function make() {} f(«make()»);", ""],
]);

describe("what holds an object", () => {
  const holders = (code: string) => optionsObjectsOf(marked(code))?.[0]?.holders.length;
  it("is the names that it goes through", () => {
    assert.equal(holders("f(«{ a: 1 }»);"), 0);
    assert.equal(holders("const o = { a: 1 }; f(«o»);"), 1);
    assert.equal(holders("const o = { a: 1 }; const p = o; f(«p»);"), 2);
  });
  it("is the call that copies more into it", () => assert.equal(holders("f(«Object.assign({ a: 1 }, y)»);"), 1));
});

describe("a variable that may be an options object", () => {
  for (const [code, expected] of [
    ["let o; o = {}; «o»;", true],
    ["let o = y; if (x) o = { a: 1 }; «o»;", true],
    ["function f(o = {}) { «o»; }", true],
    ["const { o = {} } = y; «o»;", true],
    ["const { port = 3000 } = {}; «port»;", false],
    ["let port; ({ port } = {}); «port»;", false],
    ["let o = 1; «o»;", false],
    ["let o; «o»;", false],
    ["«o»;", false],
    ["const o = {}; «o.p»;", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(mayBeOptions(marked(code)), expected));
});
