import assert from "node:assert/strict";
import type { Call, FunctionNode } from "../../src/analysis/ast.ts";
import { escapes, outlives } from "../../src/analysis/escape.ts";
import { identities } from "../../src/analysis/identities.ts";
import { inErrorHandling, listenersOf } from "../../src/analysis/listeners.ts";
import "../../src/analysis/values.ts";
import { marked, snippet } from "./marked.ts";

describe("outlives", () => {
  for (const [code, expected] of [
    ["const a = «make()»;", true],
    ["function f() { «make()»; }", false],
    ["function f() { const a = «make()»; use(a); }", false],
    ["function f() { return «make()»; }", true],
    ["const f = () => «make()»;", true],
    ["function f() { const a = «make()»; return { a }; }", true],
    ["function f() { const a = «make()»; return () => a; }", true],
    ["function f() { let a; a = «make()»; on(() => a); }", true],
    ["function f() { let a; a = «make()»; a.use(); }", false],
    ["function f() { this.a = «make()»; }", true],
    ["function f() { const { a } = «make()»; }", true],
    ["function f() { new Client({ agent: «make()» }); }", false],
    ["function f() { return new Client({ agent: «make()» }); }", true],
    ["function f() { axios.create({ agent: «make()» }); }", true],
    ["function f() { axios.get({ agent: «make()» }); }", false],
    ["function f() { class K { a = «make()»; } }", true],
    ["class K extends L { constructor() { «super()»; } }", true],
    ["function f() { const a = x || «make()»; use(a); }", false],
    ["function f() { return x ? «make()» : y; }", true],
    ["function f() { return x || «make()»; }", true],
    ["function f() { return [«make()»]; }", true],
    ["function f() { return { a: «make()» }; }", true],
    ["function f() { return «make()» as Agent; }", true],
    ["function f() { return «make()» satisfies Agent; }", true],
    ["function f() { return «make()»!; }", true],
    ["function f() { it.extend({ agent: «make()» }); }", true],
    ["function f() { it.defaults({ agent: «make()» }); }", true],
    ["function f() { Object.assign(x, { agent: «make()» }); }", true],
    ["function f() { create({ agent: «make()» }); }", false],
    ["function f() { it.recreate({ agent: «make()» }); }", false],
    ["function f() { it.created({ agent: «make()» }); }", false],
    ["function f() { const a = «make()»; const b = { a }; return b; }", true],
    ["function f() { const a = «make()»; const b = { a }; use(b); }", false],
    ["function f() { const a = «make()»; const b = a; const c = b; return c; }", true],
    ["function f() { let a = «make()»; a = x; }", false],
    ["function f() { x = «make()»; }", true],
    ["function f() { const [a] = «make()»; }", true],
    ["function f() { if («make()») use(); }", false],
    ["function f() { throw «make()»; }", false],
  ] as const)
    it(`${code} → ${expected}`, () => assert.equal(outlives(marked(code) as Call), expected));
});

describe("escapes", () => {
  const NET = "import net from 'net'; import { once } from 'events'; const s = «net.createServer()»; ";
  const gone = (code: string) => {
    const { marks, file } = snippet(code);
    return escapes(file, identities(marks[0]!));
  };
  for (const [code, expected] of [
    ["s.listen(1);", false],
    ["keep(s);", true],
    ["keep(...s);", true],
    ["keep({ a: { s } });", true],
    ["keep([s]);", true],
    ["once(s, 'listening');", false],
    ["console.log(s);", false],
    ["other.s = s;", true],
    ["function f() { return s; } keep(f);", true],
    ["function f() { return s; } f();", false],
    ["const t = net.createServer(); keep(t);", false],
    ["export default s;", true],
    ["export { s };", true],
    ["export const t = s;", true],
    ["export const t = 1;", false],
  ] as const)
    it(`${code} → ${expected}`, () => assert.equal(gone(NET + code), expected));

  it("does not count a field of one's own", () =>
    assert.ok(
      !gone("import net from 'net'; class K { constructor() { const s = «net.createServer()»; this.s = s; } }"),
    ));
});

describe("listeners", () => {
  for (const [code, expected] of [
    ["s.on('error', «() => {}»);", ["error"]],
    ["s.once('error', «() => {}»);", ["error"]],
    ["s.prependListener('error', «() => {}»);", ["error"]],
    ["s.off('error', «() => {}»);", []],
    ["s.on(name, «() => {}»);", []],
    ["«function f() {}» s.on('error', f); s.once('close', f);", ["error", "close"]],
    ["«function f() {}» s.on('error', g);", []],
    ["p.catch(«() => {}»);", ["error"]],
    ["run(«() => {}»);", []],
  ] as [string, string[]][])
    it(`${code} → ${expected.join(", ") || "none"}`, () =>
      assert.deepEqual(listenersOf(marked(code) as FunctionNode), expected));

  for (const [code, expected] of [
    ["try {} catch { «f()»; }", true],
    ["try { «f()»; } catch {}", false],
    ["s.on('error', () => «f()»);", true],
    ["s.on('error', () => { setTimeout(() => «f()»); });", true],
    ["s.on('close', () => «f()»);", false],
    ["p.catch(() => «f()»);", true],
    ["function g() { «f()»; } s.on('error', g);", true],
  ] as const)
    it(`${code} → ${expected ? "in" : "not in"} error handling`, () =>
      assert.equal(inErrorHandling(marked(code)), expected));
});
