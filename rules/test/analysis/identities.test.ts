import assert from "node:assert/strict";
import { identities, isSame } from "../../src/analysis/identities.ts";
import "../../src/analysis/values.ts";
import { snippet } from "./marked.ts";

/** Whether two marked expressions are known to be the same object; null where one of them has no identity. */
function same(code: string): boolean | null {
  const [one = [], other = []] = snippet(code).marks.map(identities);
  return one.length === 0 || other.length === 0 ? null : isSame(one, other);
}

const net = 'import net from "node:net"; ';

describe("identities", () => {
  const cases: [code: string, expected: boolean | null][] = [
    [`${net} const a = net.createServer(); «a»; «a»;`, true],
    [`${net} const a = net.createServer(); const b = a; «a»; «b»;`, true],
    [`${net} const a = net.createServer(); const b = net.createServer(); «a»; «b»;`, false],
    [`${net} const a = net.createServer(); «a»; «a.on("error", f)»;`, true],
    [`${net} const make = () => net.createServer(); const a = make(); «a»; «a»;`, true],
    [`${net} const make = () => net.createServer(); const a = make(); const b = make(); «a»; «b»;`, false],
    [`${net} class A { s = net.createServer(); m() { «this.s»; } n() { «this.s»; } }`, true],
    [`${net} class A { s = net.createServer(); t = net.createServer(); m() { «this.s»; «this.t»; } }`, false],
    ["const o = { a: 1 }; «o»; «o»;", true],
    ["const o = { a: 1 }; const p = { a: 1 }; «o»; «p»;", false],
    ["function f(x) { «x»; «x»; }", true],
    ["function f(x, y) { «x»; «y»; }", false],
    ["«f()»; «f()»;", null],
  ];
  for (const [code, expected] of cases)
    it(`${code.replace(net, "")} → ${expected === null ? "unknown" : expected ? "same" : "not the same"}`, () =>
      assert.equal(same(code), expected));
});
