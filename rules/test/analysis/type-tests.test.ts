import assert from "node:assert/strict";
import { typeTestOf } from "../../src/analysis/type-tests.ts";
import "../../src/analysis/values.ts";
import { snippet } from "./marked.ts";

/** The test as `name is type` or `name is not type`; null for none. */
function tested(condition: string, when: boolean): string | null {
  const { marks } = snippet(`function f(x, y) { if («${condition}») y(); }`);
  const test = typeTestOf(marks[0]!, when);
  return test && `${test.variable.name} is ${test.when ? "" : "not "}${test.type}`;
}

describe("tests with typeof", () => {
  for (const [condition, expected] of [
    ['typeof x === "string"', "x is string"],
    ['typeof x == "string"', "x is string"],
    ['"string" === typeof x', "x is string"],
    ['typeof x !== "string"', "x is not string"],
    ['typeof x != "string"', "x is not string"],
    ['!(typeof x === "string")', "x is not string"],
    ['!!(typeof x === "string")', "x is string"],
    ['typeof (x) === "string"', "x is string"],
    ['typeof x > "string"', null],
    ['typeof x + "string"', null],
    ['void x === "string"', null],
    ['-x === "string"', null],
    ['x === "string"', null],
    ["typeof x === typeof y", null],
    ["typeof x === y", null],
    ['typeof x.y === "string"', null],
    ['typeof other === "string"', null],
    ["typeof x", null],
    ["x", null],
  ] as const)
    it(condition, () => {
      assert.equal(tested(condition, true), expected);
      const opposite = expected?.includes(" not ") ? expected.replace(" not", "") : expected?.replace(" is", " is not");
      assert.equal(tested(condition, false), opposite ?? null);
    });
});
