import assert from "node:assert/strict";
import { annotationOf, membersOf } from "../../src/analysis/annotations.ts";
import { nameOf } from "../../src/analysis/ast.ts";
import { snippet } from "./marked.ts";

describe("annotationOf", () => {
  for (const [code, expected] of [
    ["function f(a: A) { «a» }", "A"],
    ["const a: A = x; «a»", "A"],
    ["const a = x; «a»", null],
    ["function f({ a }: { a: A }) { «a» }", "A"],
    ["function f({ b: a = 1 }: { b: A }) { «a» }", "A"],
    ["function f({ a }) { «a» }", null],
    ["class K { a: A; m() { «this.a» } }", "A"],
    ["abstract class K { abstract a: A; m() { «this.a» } }", "A"],
    ["class K { constructor(private a: A) {} m() { «this.a» } }", "A"],
    ["class K { constructor(private a: A = 1) {} m() { «this.a» } }", "A"],
    ["class K { constructor(a: A) {} m() { «this.a» } }", null],
    ["interface O { a: A } function f(o: O) { «o.a» }", "A"],
    ["type O = { a: { b: A } }; function f(o: O) { «o.a.b» }", "A"],
    ["type O = P; interface P { a: A } function f(o: O) { «o.a» }", "A"],
    ["type O = O; function f(o: O) { «o.a» }", null],
    ["import type { O } from 'o'; function f(o: O) { «o.a» }", null],
    ["function f([a]: [A]) { «a» }", null],
    ["function f({ [k]: a }: { b: A }) { «a» }", null],
    ["function f({ a }: O) { «a» }", null],
    ["type O = { a: A }; function f({ a }: O) { «a» }", "A"],
    ["function f(o: { a(): A }) { «o.a» }", null],
    ["function f(o: { b: B; a: A }) { «o.a» }", "A"],
    ["function f(o: { a }) { «o.a» }", null],
    ["function f(o: { a: A }) { «o.b» }", null],
    ["function f(o: { a: A }) { «o[a]» }", null],
    ["class K { b: B; a: A; m() { «this.a» } }", "A"],
    ["class K { a; m() { «this.a» } }", null],
    ["class K { a(): A {} m() { «this.a» } }", null],
    ["class K { other(private a: A) {} m() { «this.a» } }", null],
    ["class K { constructor(private b: B, private a: A) {} m() { «this.a» } }", "A"],
    ["class K { constructor(private a) {} m() { «this.a» } }", null],
    ["«this.a»", null],
    ["«f()»", null],
    ["«1»", null],
  ] as const)
    it(`${code} → ${expected ?? "none"}`, () => {
      const { marks, file } = snippet(code);
      const type = annotationOf(marks[0]!);
      assert.equal(type && file.text.slice(...type.range), expected);
    });
});

describe("membersOf", () => {
  for (const [code, expected] of [
    ["interface O { a: A; listen(): void } function f(o: O) { «o» }", ["a", "listen"]],
    ["class O { a; listen() {} } function f(o: O) { «o» }", ["a", "listen"]],
    ["function f(o: { a: A }) { «o» }", ["a"]],
    ["function f(o: string) { «o» }", null],
  ] as const)
    it(`${code} → ${expected?.join(", ") ?? "unknown"}`, () => {
      const type = annotationOf(snippet(code).marks[0]!)!;
      assert.deepEqual(membersOf(type)?.map((each) => nameOf(each)) ?? null, expected);
    });
});
