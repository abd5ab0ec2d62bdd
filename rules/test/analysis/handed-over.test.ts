import assert from "node:assert/strict";
import type { Call } from "../../src/analysis/ast.ts";
import { callOnTheWay, constantBehind, handedOver, through } from "../../src/analysis/handed-over.ts";
import { textOf } from "../../src/analysis/source.ts";
import "../../src/analysis/values.ts";
import { marked, snippet } from "./marked.ts";

describe("the only expression that is handed over", () => {
  for (const [code, expected] of [
    ["function f(a) { «a»; } f(x);", "x"],
    ["function f(a) { «a»; } f(x); f(y);", null],
    ["function f(a) { «a»; }", null],
    ["const a = 1; «a»;", null],
    ["function f(o) { «o.a»; } f({ a: x });", "x"],
    ["function f(o) { «o.b»; } f({ a: x });", null],
    ["function f(o) { «o[k]»; } f({ a: x });", null],
    ["function f({ a }) { «a»; } f({ a: x });", "x"],
    ["function f({ a }) { «a»; } f(y);", null],
    ["function f(o) { «o.a.b»; } f({ a: { b: x } });", "x"],
    ["class C { constructor(a) { this.a = a; } m() { «this.a»; } }", "a"],
    ["class C { a = x; m() { «this.a»; } }", "x"],
    ["class C { a = x; m() { this.a = y; «this.a»; } }", null],
    ["class C { m() { «this.a»; } }", null],
    ["class C { constructor(private a: A) {} m() { «this.a»; } }", "a: A"],
    ["class C { constructor(private b: A, private a: A) {} m() { «this.a»; } }", "a: A"],
    ["class C { constructor(private a: A = x) {} m() { «this.a»; } }", "a: A"],
    ["class C { constructor(a: A) {} m() { «this.a»; } }", null],
    ["class C { other(private a: A) {} m() { «this.a»; } }", null],
    ["class C { constructor(private a: A) { this.a = x; } m() { «this.a»; } }", null],
    ["«this.a»;", null],
    ["«f()»;", null],
  ] as const)
    it(`${code} → ${expected}`, () => {
      const found = handedOver(marked(code));
      assert.equal(found && textOf(found), expected);
    });

  it("is what the call on the way hands over", () => {
    const { marks } = snippet("function f(a) { «a»; } «f(x)»; «f(y)»; «g(z)»;");
    const [name, first, second, other] = marks as [Call, Call, Call, Call];
    const found = (call: Call) => through(call, () => handedOver(name));
    assert.equal(textOf(found(first)!), "x");
    assert.equal(textOf(found(second)!), "y");
    assert.equal(found(other), null);
    assert.equal(callOnTheWay(), null);
    assert.equal(through(first, callOnTheWay), first);
    assert.throws(() => through(first, () => assert.fail("x")));
    assert.equal(callOnTheWay(), null);
  });
});

describe("the constant behind an expression", () => {
  for (const [code, expected] of [
    ["«1»;", 1],
    ["«x»;", undefined],
    ["function f(a) { «a || 2»; } f(1);", 1],
    ["function f(o) { «o.a || 2»; } f({ a: 1, b: x });", 1],
    ["function f(o) { «o.a || 2»; } f({ a: 0, b: x });", 2],
    ["function f(o) { «o.a && 2»; } f({ a: 1, b: x });", 2],
    ["function f(o) { «o.a ?? 2»; } f({ a: null, b: x });", 2],
    ["function f(o) { «x || 2»; } f({});", undefined],
    ["class C { a = 1; m() { «this.a»; } }", 1],
    ["class C { a = 0; m() { «this.a || 3»; } }", 3],
    ["class C { a = x; m() { «this.a»; } }", undefined],
    ["class C { constructor(private a: number) {} m() { «this.a»; } } new C(5);", 5],
  ] as [string, unknown][])
    it(`${code} → ${String(expected)}`, () => assert.equal(constantBehind(marked(code))?.value, expected));
});
