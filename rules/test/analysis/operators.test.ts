import assert from "node:assert/strict";
import { evaluate } from "../../src/analysis/constants.ts";
import "../../src/analysis/values.ts";
import { marked } from "./marked.ts";

const OPERANDS = ["0", "1", "-3", "2.5", "3000", '"80"', '""', '"a"', "true", "false", "null", "undefined", "NaN"];
const BINARY = "=== !== == != + - * / % | & ^ << >> < > <= >= && || ??".split(" ");
const UNARY = ["!", "-", "+", "~", "typeof "];
const OTHERS = [
  ..."toLowerCase() toUpperCase() trim() startsWith('a') endsWith('b') includes('b') indexOf('b') length"
    .split(" ")
    .map((each) => `" aB ".${each}`),
  ..."includes(2) indexOf(2) indexOf(7) length 1".split(" ").map((each) => `[1, 2].${each}`.replace(".1", "[1]")),
  "new Set([1, 2]).has(2)",
  "new Set([1, 2]).has(3)",
  "/^a/i.test('Abc')",
  "/^a/.test('Abc')",
  ...["Boolean", "Number", "String", "parseInt"].flatMap((each) => OPERANDS.map((operand) => `${each}(${operand})`)),
];

/** Where the code is folded, JavaScript itself is asked what comes out. */
function agrees(code: string): boolean {
  const known = evaluate(marked(`(«${code}»)`));
  if (!known) return false;
  assert.deepEqual(known.value, new Function(`return (${code});`)(), code);
  return true;
}

describe("what is folded", () => {
  it("comes out as in JavaScript: binary operators", () => {
    const all = OPERANDS.flatMap((left) =>
      OPERANDS.flatMap((right) => BINARY.map((operator) => `(${left}) ${operator} (${right})`)),
    );
    const folded = all.filter(agrees).length;
    assert.ok(folded > all.length / 3, `${folded} of ${all.length} are folded`);
  });

  it("is not a regular expression that could take long: it would run in the editor", () => {
    const text = `"${"a".repeat(40)}!"`;
    for (const slow of [
      "/^(a+)+$/",
      "/^(?:a|aa)*$/",
      "/^(a*)\\1+$/",
      "/a?a?a?a?a?a?a?a?aaaaaaaa!?/",
      "/(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)x/",
    ])
      assert.equal(evaluate(marked(`(«${slow}.test(${text})»)`)), null, slow);
    assert.equal(evaluate(marked(`(«/^a/.test("${"a".repeat(101)}")»)`)), null);
    for (const slow of ["/(da)?r/", "/(da)*r/", "/(da)+r/", "/(da){1}r/", "/(?<a>d)\\k<a>/", "/d?a?r?w?/"])
      assert.equal(evaluate(marked(`(«${slow}.test("darwin")»)`)), null, slow);
    for (const quick of [
      "/^(?:win32|darwin)$/",
      "/^[a-z]+\\d{0,2}$/",
      "/[[(*+]x/",
      "/^d?a?r+win$/",
      "/^(?:d)(?:a)(?:r)(?:w)in$/",
      "/(?=d)(?!a)(?<=)(?<!a)darwin/",
      "/[+][*][?][{]/",
      "/\\+\\*\\?\\{/",
      "/[\\]+*?]x/",
      "/a|b|c|d|e|f|g|h|darwin/",
    ])
      assert.ok(agrees(`${quick}.test("darwin")`), quick);
    assert.ok(agrees(`/a$/.test("${"a".repeat(100)}")`));
  });

  it("comes out as in JavaScript: unary operators", () => {
    const all = OPERANDS.flatMap((operand) => UNARY.map((operator) => `${operator}(${operand})`));
    const folded = all.filter(agrees).length;
    assert.ok(folded > all.length / 2, `${folded} of ${all.length} are folded`);
  });

  it("comes out as in JavaScript: methods, members and conversions", () => {
    const left = OTHERS.filter((code) => !agrees(code));
    assert.deepEqual(left, ["Number(null)", "String(null)"]);
  });
});
