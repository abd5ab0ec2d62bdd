import assert from "node:assert/strict";
import type { Call } from "../../src/analysis/ast.ts";
import { calleeOf, callsOf, functionOf } from "../../src/analysis/calls.ts";
import "../../src/analysis/values.ts";
import { marked, snippet } from "./marked.ts";

describe("functionOf", () => {
  for (const code of [
    "«function f() {}» use(«f»);",
    "const f = «() => {}»; use(«f»);",
    "«function f() {}» use((0, «f»));",
    "const f = «() => {}»; use(«f.bind(null)»);",
    "const o = { m: «() => {}» }; use(«o.m»);",
    "class K { m«() {}» n() { use(«this.m»); } }",
    "class K { m«() {}» n() { use(«this.m.bind(this)»); } }",
  ])
    it(code, () => {
      const { marks } = snippet(code);
      const [wanted, asked] = marks;
      assert.equal(functionOf(asked), wanted);
    });
  for (const code of ["use(«x»);", "class K {} use(«K»);", "class K { m = 1; n() { use(«this.m»); } }"])
    it(`${code} is none`, () => assert.equal(functionOf(marked(code)), null));
  it("of nothing is none", () => assert.equal(functionOf(undefined), null));
});

describe("callsOf", () => {
  for (const [code, calls] of [
    ["«function f() {}» f(); f(1);", ["f()", "f(1)"]],
    ["const f = «() => {}»; f();", ["f()"]],
    ["«function F() {}» new F();", ["new F()"]],
    ["«function f() {}»", []],
    ["«function f() {}» f(); keep(f);", null],
    ["«function f() {}» f(); const g = f;", null],
    ["export «function f() {}» f();", null],
    ["export default «function f() {}» f();", null],
    ["export const f = «() => {}»; f();", null],
    ["«function f() {}» f(); export { f };", null],
    ["«function f() {}» f(); module.exports = { f };", null],
    ["«function f() {}» f(); exports.f = f;", null],
    ["«function f() {}» f(); type T = ReturnType<typeof f>;", ["f()"]],
    ["class K { #f«() {}» m() { this.#f(); this.#f(1); } }", ["this.#f()", "this.#f(1)"]],
    ["class K { #f«() {}» m() { return this.#f; } }", null],
    ["class K { private f«() {}» m() { this.f(); } }", ["this.f()"]],
    ["class K { f«() {}» m() { this.f(); } }", null],
    ["keep(«() => {}»);", null],
    ["let f = «() => {}»; f(); f = other;", ["f()"]],
  ] as const)
    it(`${code} → ${calls === null ? "unknown" : calls.join(", ")}`, () => {
      const { marks, file } = snippet(code);
      assert.deepEqual(callsOf(marks[0]!)?.map((each) => file.text.slice(...each.range)) ?? null, calls);
    });
});

describe("calleeOf", () => {
  const NET = "import net from 'net'; ";
  for (const [code, key] of [
    [NET + "«net.createServer()»;", "net.createServer"],
    [NET + "«net.createConnection(1)»;", "net.createConnection"],
    [NET + "const s = net.createServer(); «s.listen(1)»;", "net.Server#listen"],
    [NET + "class S extends net.Server { constructor() { «super()»; } }", "net.Server"],
    [NET + "class S { constructor() { «super()»; } }", null],
    [NET + "«net.unknown()»;", null],
    ["function f(s) { «s.listen(1)»; }", null],
  ] as const)
    it(`${code} → ${key ?? "none"}`, () => assert.equal(calleeOf(marked(code) as Call)?.key ?? null, key));

  it("gives the receiver of a method and none for a function", () => {
    const { marks } = snippet(NET + "const s = «net.createServer()»; «s.listen(1)»; «net.connect(1)»;");
    assert.deepEqual(calleeOf(marks[1] as Call)?.receiver?.origins, [marks[0]]);
    assert.equal(calleeOf(marks[2] as Call)?.receiver, null);
  });
});
