import assert from "node:assert/strict";
import { isConstantPart } from "../../src/sockets/constant-parts.ts";
import { isSamePort } from "../../src/sockets/same-port.ts";
import { isSameValue } from "../../src/sockets/same-value.ts";
import "../../src/analysis/values.ts";
import { marked, snippet } from "../analysis/marked.ts";

/** Two marked expressions, and whether they have one value whenever both are read. */
describe("two expressions of one value", () => {
  for (const [code, expected] of [
    ["«1»; «1»;", true],
    ["«1»; «2»;", false],
    ["«1»; «x»;", false],
    ["«'1'»; «1»;", false],
    ["const a = 1; «a»; «1»;", true],
    ["const a = f(); «a»; «a»;", true],
    ["const a = f(); const b = f(); «a»; «b»;", false],
    ["let a = f(); a = g(); «a»; «a»;", false],
    ["function h(a) { «a»; «a»; }", true],
    ["function h(a) { a = f(); «a»; «a»; }", false],
    ["import a from 'a'; «a»; «a»;", true],
    ["«a»; «a»;", false],
    ["«process.env.A»; «process.env.A»;", true],
    ["«process.env.A»; «process.env.B»;", false],
    ["«Bun.env.A»; «Bun.env.A»;", true],
    ["«process.argv.A»; «process.argv.A»;", false],
    ["«it.a»; «it.a»;", false],
    ["const a = process.env.A; «a»; «process.env.A»;", true],
    ["const a = process.env.A; «process.env.B»; «a»;", false],
    ["const o = { p: process.env.A }; «o.p»; «process.env.A»;", true],
    ["const o = { p: process.env.A }; «o.p»; «o.p»;", true],
    ["const { p } = { p: process.env.A }; «p»; «process.env.A»;", true],
    ["«process.env.A || 1»; «process.env.A || 1»;", true],
    ["«process.env.A || 1»; «process.env.A ?? 1»;", false],
    ["«process.env.A || 1»; «process.env.A || 2»;", false],
    ["«process.env.A || 1»; «process.env.B || 1»;", false],
    ["«process.env.A + 1»; «process.env.A + 1»;", true],
    ["«process.env.A + 1»; «process.env.A - 1»;", false],
    ["«+process.env.A»; «+process.env.A»;", true],
    ["«+process.env.A»; «-process.env.A»;", false],
    ["«+process.env.A»; «+process.env.B»;", false],
    ["«+process.env.A»; «process.env.A»;", false],
    ["«Number(process.env.A)»; «Number(process.env.A)»;", true],
    ["«parseInt(process.env.A, 10)»; «parseInt(process.env.A, 10)»;", true],
    ["«parseInt(process.env.A, 10)»; «parseInt(process.env.A, 16)»;", false],
    ["«parseInt(process.env.A, 10)»; «parseInt(process.env.A)»;", false],
    ["«Number(process.env.A)»; «parseInt(process.env.A)»;", false],
    ["«Number(process.env.A)»; «it.Number(process.env.A)»;", false],
    ["«read(process.env.A)»; «read(process.env.A)»;", false],
    ["«Number(process.env.A)»; «Number(process.env.B)»;", false],
    ["«`${x}`»; «`${x}`»;", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => {
      const [a, b] = snippet(code).marks;
      assert.equal(isSameValue(a, b), expected);
      assert.equal(isSameValue(b, a), expected);
    });
  it("are none where one is missing", () => {
    const [one] = snippet("«1»;").marks;
    assert.equal(isSameValue(one, null), false);
    assert.equal(isSameValue(undefined, one), false);
  });
});

const GIVES = "function norm(v) { const p = parseInt(v, 10); if (isNaN(p)) return v; return p >= 0 ? p : false; }";

// A port is the same be it a number or text.
describe("two expressions of one port", () => {
  for (const [code, expected] of [
    ["«process.env.P || 3000»; «process.env.P || '3000'»;", true],
    ["«process.env.P || 3000»; «process.env.P || '4000'»;", false],
    ["«process.env.P || 3000»; «process.env.Q || '3000'»;", false],
    ["«process.env.P ?? 3000»; «process.env.P || '3000'»;", false],
    ["«process.env.P && 3000»; «process.env.P && '3000'»;", false],
    ["«process.env.P || 0»; «process.env.P || '0'»;", false],
    ["«process.env.P || true»; «process.env.P || '1'»;", false],
    ["«process.env.P || x»; «process.env.P || '3000'»;", false],
    ["«process.env.P || 3000»; «process.env.P»;", false],
    ["«+process.env.P»; «process.env.P»;", true],
    ["«-process.env.P»; «process.env.P»;", false],
    ["«Number(process.env.P)»; «process.env.P»;", true],
    ["«parseInt(process.env.P, 10)»; «process.env.P»;", true],
    ["«Number.parseInt(process.env.P, 10)»; «process.env.P»;", true],
    ["«String(process.env.P)»; «process.env.P»;", true],
    ["«it.parseInt(process.env.P)»; «process.env.P»;", false],
    ["«check(process.env.P)»; «process.env.P»;", false],
    ["«Number(...process.env.P)»; «process.env.P»;", false],
    ["«Number()»; «process.env.P»;", false],
    ["const p = Number(process.env.P || 3000); «p»; «process.env.P || '3000'»;", true],
    [`${GIVES} «norm(process.env.P || '3000')»; «process.env.P || 3000»;`, true],
    ["function norm(v) { return v; } «norm(process.env.P)»; «process.env.P»;", true],
    ["function norm(v) { return Number(v); } «norm(process.env.P)»; «process.env.P»;", true],
    ["function norm(v) { return v + 1; } «norm(process.env.P)»; «process.env.P»;", false],
    ["function norm(v) { if (x) return v; return y; } «norm(process.env.P)»; «process.env.P»;", false],
    ["function norm(v) { return x ? y : v; } «norm(process.env.P)»; «process.env.P»;", false],
    ["function norm(v) { return 5; } «norm(process.env.P)»; «process.env.P»;", false],
    ["function norm(v) {} «norm(process.env.P)»; «process.env.P»;", false],
    ["function norm(v) { v = 1; return v; } «norm(process.env.P)»; «process.env.P»;", false],
    ["function norm({ v }) { return v; } «norm(process.env.P)»; «process.env.P»;", false],
    ["function norm(w, v) { return v; } «norm(process.env.P)»; «process.env.P»;", false],
    ["async function norm(v) { return v; } «norm(process.env.P)»; «process.env.P»;", false],
    ["function* norm(v) { return v; } «norm(process.env.P)»; «process.env.P»;", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => {
      const [a, b] = snippet(code).marks;
      assert.equal(isSamePort(a, b), expected);
      assert.equal(isSamePort(b, a), expected);
    });
  it("are none where one is missing", () => assert.equal(isSamePort(snippet("«p»;").marks[0], null), false));
});

// Nothing in it belongs to one call of the function around it.
describe("what comes to the same in every call", () => {
  for (const [code, expected] of [
    ["function f(p) { «1»; }", true],
    ["function f(p) { «p»; }", false],
    ["function f(p) { «p.q»; }", false],
    ["function f({ p }) { «p»; }", false],
    ["function f(p) { «q»; }", true],
    ["import q from 'q'; function f(p) { «q»; }", true],
    ["const q = g(); function f(p) { «q»; }", true],
    ["let q = g(); q = h(); function f(p) { «q»; }", false],
    ["let q; q = h(); function f(p) { «q»; }", false],
    ["function q() {} function f(p) { «q»; }", true],
    ["class q {} function f(p) { «q»; }", true],
    ["function f(p) { const q = 1; «q»; }", true],
    ["function f(p) { const q = p; «q»; }", false],
    ["function f(p) { const { q } = x; «q»; }", false],
    ["for (const q of x) { const f = () => «q»; }", false],
    ["for (;;) { const q = g(); const f = () => «q»; }", false],
    ["for (;;) { const q = 1; const f = () => «q»; }", true],
    ["function f(p) { «this»; }", false],
    ["function f(p) { «q.r»; }", true],
    ["function f(p) { «q[p]»; }", false],
    ["function f(p) { «q[r]»; }", true],
    ["function f(p) { «`a${q}`»; }", true],
    ["function f(p) { «`a${p}`»; }", false],
    ["function f(p) { «!q»; }", true],
    ["function f(p) { «!p»; }", false],
    ["function f(p) { «q + 1»; }", true],
    ["function f(p) { «p + 1»; }", false],
    ["function f(p) { «1 + p»; }", false],
    ["function f(p) { «q || p»; }", false],
    ["function f(p) { «p || q»; }", false],
    ["function f(p) { «q || 1»; }", true],
    ["function f(p) { «q ? 1 : 2»; }", true],
    ["function f(p) { «p ? 1 : 2»; }", false],
    ["function f(p) { «q ? p : 2»; }", false],
    ["function f(p) { «q ? 1 : p»; }", false],
    ["function f(p) { «[1, q]»; }", true],
    ["function f(p) { «[1, , q]»; }", true],
    ["function f(p) { «[1, p]»; }", false],
    ["function f(p) { «[...q]»; }", false],
    ["function f(p) { («{ a: q }»); }", true],
    ["function f(p) { («{ a: p }»); }", false],
    ["function f(p) { («{ ...q }»); }", false],
    ["function f(p) { («{ [q]: 1 }»); }", false],
    ["function f(p) { («{ a() {} }»); }", false],
    ["function f(p) { («{ a: () => 1 }»); }", false],
    ["function f(p) { «readFileSync('a')»; }", true],
    ["function f(p) { «fs.readFileSync('a')»; }", true],
    ["function f(p) { «readFileSync(p)»; }", false],
    ["function f(p) { «p.trim()»; }", false],
    ["function f(p) { «q.trim()»; }", true],
    ["function f(p) { «new URL('a')»; }", true],
    ["function f(p) { «new Thing('a')»; }", false],
    ["function f(p) { «q.readFileSyncs('a')»; }", false],
    ["function f(p) { «q.rejoin('a')»; }", false],
    ["function f(p) { «q[r]('a')»; }", false],
    ["function f(p) { «(() => 1)()»; }", false],
    ["function f(p) { «await q»; }", false],
  ] as [string, boolean][])
    it(`${code} ${expected}`, () => assert.equal(isConstantPart(marked(code)), expected));
});
