import assert from "node:assert/strict";
import { evaluate } from "../../src/analysis/constants.ts";
import "../../src/analysis/values.ts";
import { marked } from "./marked.ts";

const UNKNOWN = Symbol("unknown");

/** The constant that the marked expression comes to. */
function table(title: string, rows: readonly (readonly [code: string, expected: unknown])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows)
      it(`${code} → ${String(expected)}`, () => {
        const known = evaluate(marked(code));
        assert.deepEqual(known ? known.value : UNKNOWN, expected);
      });
  });
}

table("members of constants", [
  ["«null.a»", UNKNOWN],
  ["«undefined.a»", UNKNOWN],
  ["«'abc'.size»", UNKNOWN],
  ["«[1, 2].size»", UNKNOWN],
  ["«[1, 2][5]»", undefined],
  ["«[1, 2]['-1']»", UNKNOWN],
  ["«[1, 2]['1x']»", UNKNOWN],
  ["«new Set([1]).size»", UNKNOWN],
  ["«/a/.source»", UNKNOWN],
  ["const o = [4, 5]; const k = 1; «o[k]»", 5],
  ["const o = { true: 1 }; «o[!0]»", UNKNOWN],
  ["const o = { a: 1 }; «o[x]»", UNKNOWN],
  ["const o = { [x]: 1 }; «o.a»", UNKNOWN],
  ["const o = { a() {} }; «o.a»", UNKNOWN],
  ["const o = { get a() { return 1; } }; «o.a»", UNKNOWN],
  ["const o = { toString: 1 }; «o.toString»", 1],
  ["const o = {}; «o.toString»", undefined],
  ["const o = { get a() { return 1; }, b: x }; «o.a»", UNKNOWN],
  ["const o = { a: 1, [k]: 2, b: x }; «o.a»", UNKNOWN],
  ["const o = { [k]: 2, a: 1, b: x }; «o.a»", 1],
  ["const p = { a: 1, c: x }; const o = { ...p, b: x }; «o.a»", 1],
  ["const p = { c: x }; const o = { a: 1, ...p }; «o.a»", 1],
  ["const p = { a: 2, c: x }; const o = { a: 1, ...p }; «o.a»", 2],
  ["const o = { a: 1, ...y, b: x }; «o.a»", UNKNOWN],
  ["const o = { a: 1, b: x }; o.a = 2; «o.a»", UNKNOWN],
  ["const o = { a: 1, b: x }; const p = o; «p.a»", 1],
  ["let o = { a: 1, b: x }; o = y; «o.a»", UNKNOWN],
  ["enum E { A = x } «E.A»", UNKNOWN],
  ["enum E { A = 1 } «E.B»", UNKNOWN],
  ["class K { static A() {} } «K.A»", UNKNOWN],
  ["class K { static A; } «K.A»", UNKNOWN],
  ["class K { static A = 1; } «K.B»", UNKNOWN],
]);

table("members of instances", [
  ["class K { get a() { return 1; } } const k = new K(); «k.a»", 1],
  ["class K { get a() { return x; } } const k = new K(); «k.a»", UNKNOWN],
  ["class K { a() { return 1; } } const k = new K(); «k.a»", UNKNOWN],
  ["class K { set a(v) { return 1; } } const k = new K(); «k.a»", UNKNOWN],
  ["class K { readonly a = 1; } const k = new K(); «k.a»", 1],
  ["class K { readonly b = 2; readonly a = 1; } const k = new K(); «k.a»", 1],
  ["class K { a = 1; } const k = new K(); «k.a»", UNKNOWN],
  ["class K { readonly a = 1; constructor() { this.a = 2; } } const k = new K(); «k.a»", UNKNOWN],
  ["class K { get a() { return 1; } m() { «this.a»; } }", UNKNOWN],
  ["function K() {} const k = new K(); «k.a»", UNKNOWN],
]);

table("names", [
  ["let a; «a»", UNKNOWN],
  ["var a = 1; var a = 1; «a»", UNKNOWN],
  ["const { a = 2 } = { a: undefined }; «a»", 2],
  ["const { a = 2 } = { b: 1 }; «a»", 2],
  ["const { a = 2 } = { a: 1 }; «a»", 1],
  ["const { a = x } = { b: 1 }; «a»", UNKNOWN],
  ["const { a: { b } } = { a: { b: 1 }, c: x }; «b»", 1],
  ["const { a: { b } } = { a: x, c: 1 }; «b»", UNKNOWN],
  ["function f(a) { «a» } f(NaN); f(NaN)", NaN],
  ["function f(a) { «a» } f(1); f(x)", UNKNOWN],
  ["function f(a) { «a» } f(x); f(1)", UNKNOWN],
  ["function f(a) { «a» } f(1); f(1); f(2)", UNKNOWN],
]);

// What no caller's arguments let through is never assigned.
table("names that are set again where a type test passes", [
  ["function f(o) { let a = 1; if (typeof o === 'string') a = 2; «a» } f({})", 1],
  ["function f(o) { let a = 1; if (typeof o === 'string') a = 2; «a» } f({}); f([1])", 1],
  ["function f(o) { let a = 1; if (typeof o === 'string') a = 2; «a» } f({}); f('x')", UNKNOWN],
  ["function f(o) { let a = 1; if (typeof o === 'string') a = 2; «a» } f(x)", UNKNOWN],
  ["function f(o) { let a = 1; if (typeof o !== 'string') a = 2; «a» } f({})", UNKNOWN],
  ["function f(o) { let a = 1; if (o === 'string') a = 2; «a» } f({})", UNKNOWN],
  ["function f(o, p) { let a = 1; if (typeof o === 'string') { if (typeof p === 'number') a = 2; } «a» } f({}, 5)", 1],
  ["function f(o, p) { let a = 1; if (typeof o === 'number') { if (typeof p === 'string') a = 2; } «a» } f(5, {})", 1],
]);

table("typeof", [
  ["function f(a) { «typeof a» } f('x'); f('y')", "string"],
  ["function f(a) { «typeof a» } f('x'); f(1)", UNKNOWN],
  ["function f(a) { «typeof a» } f('x'); f('y'); f(1)", UNKNOWN],
  ["function f(a) { «typeof a» } f('x'); f(y)", UNKNOWN],
  ["function f(a) { «typeof a» } f(y); f('x')", UNKNOWN],
  ["function f(a) { «typeof a» } f(() => y); f(function () {})", "function"],
  ["function f(a) { «typeof a» } f({ b: y }); f({ c: y })", "object"],
  ["function f({ a }) { «typeof a» } f({ a: y }); f({ a: y })", UNKNOWN],
  ["function f(a) { «typeof a.b» } f({ b: y })", UNKNOWN],
  ["function f(a) { «-a» } f(() => y)", UNKNOWN],
  ["function f(a) { «!a» } f({ b: y })", UNKNOWN],
  ["function f(a) { «typeof a» }", UNKNOWN],
  ["«typeof y»", UNKNOWN],
]);

table("operators", [
  ["class C { #a; m(o) { «#a in o»; } }", UNKNOWN],
  ["«!(x && 0)»", true],
  ["«!(x && 1)»", UNKNOWN],
  ["«x ?? false»", UNKNOWN],
  ["«x ?? true»", UNKNOWN],
  ["«x || false»", UNKNOWN],
  ["«x ? 1 : y»", UNKNOWN],
  ["«x ? y : 1»", UNKNOWN],
  ["«x ? NaN : NaN»", NaN],
  ["«x + 1»", UNKNOWN],
  ["«1 + x»", UNKNOWN],
  ["«'a' + [1]»", UNKNOWN],
  ["«[1] + 'a'»", UNKNOWN],
  ["«5n + 1n»", UNKNOWN],
  ["«5 < '6'»", UNKNOWN],
  ["«'5' < 6»", UNKNOWN],
  ["«1 >>> 0»", UNKNOWN],
  ["«'a' in { a: 1 }»", UNKNOWN],
  ["«+null»", UNKNOWN],
  ["«+5n»", UNKNOWN],
  ["«-5n»", UNKNOWN],
  ["«~'1'»", UNKNOWN],
  ["«delete x.y»", UNKNOWN],
  ["«`${1}${2}b`»", "12b"],
  ["«`${x}a`»", UNKNOWN],
  ["«tag`a`»", UNKNOWN],
]);

table("calls", [
  ["«o.freeze({ a: 1 })»", UNKNOWN],
  ["«Object.seal({ a: 1 })»", UNKNOWN],
  ["«Object.freeze(...[{ a: 1 }])»", UNKNOWN],
  ["«parseInt('ff', 16)»", 255],
  ["«Number.parseInt('ff', 16)»", 255],
  ["«parseInt('10', x)»", UNKNOWN],
  ["«parseInt('10', ...x)»", UNKNOWN],
  ["«Number.parseInt('10', x)»", UNKNOWN],
  ["«parseInt(x, 10)»", UNKNOWN],
  ["«parseInt()»", UNKNOWN],
  ["«Number('5', x)»", 5],
  ["«Number.isInteger(1)»", UNKNOWN],
  ["«Math.parseInt('1')»", UNKNOWN],
  ["«Symbol('x')»", UNKNOWN],
  ["«BigInt('5')»", UNKNOWN],
  ["«Number([1])»", UNKNOWN],
  ["«String([1])»", UNKNOWN],
  ["«'abc'[x]('a')»", UNKNOWN],
  ["«'abc'.startsWith(x)»", UNKNOWN],
  ["«'abc'.endsWith(x)»", UNKNOWN],
  ["«'abc'.includes(x)»", UNKNOWN],
  ["«'abc'.indexOf(x)»", UNKNOWN],
  ["«'a1'.includes(1)»", true],
  ["«[1, 2].at(1)»", UNKNOWN],
  ["«new Set([1]).has(x)»", UNKNOWN],
  ["«new Set([1]).add(1)»", UNKNOWN],
  ["«/a/.test(x)»", UNKNOWN],
  ["«/a/.exec('a')»", UNKNOWN],
  ["«/1/.test(1)»", true],
  ["«(5).startsWith('5')»", UNKNOWN],
  ["«new Set(x).has(1)»", UNKNOWN],
  ["«new Set('ab').has('a')»", UNKNOWN],
  ["«new Map([1]).has(1)»", UNKNOWN],
  ["«new o.Set([1]).has(1)»", UNKNOWN],
  ["class Set {} «new Set([1]).has(1)»", UNKNOWN],
  ["«new Set()»", UNKNOWN],
  ["function f() { { return 1; } } «f()»", UNKNOWN],
  ["const f = () => { return 1; }; «f()»", 1],
]);

describe("how deep constants are followed", () => {
  const minus = (count: number) => `«${"- ".repeat(count)}1»`;
  it("is far enough for code that people write", () => assert.deepEqual(evaluate(marked(minus(20))), { value: 1 }));
  it("has an end", () => assert.equal(evaluate(marked(minus(200))), null));
});
