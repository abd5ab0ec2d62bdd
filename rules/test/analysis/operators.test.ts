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

describe("a constant in the place of text or of a number", () => {
  /** The value of the marked expression, or "unknown". */
  const comesTo = (code: string) => evaluate(marked(code))?.value ?? "unknown";

  it("is unknown where it says itself what it is there, and where it is an object", () => {
    for (const object of [
      "{ toString: null }",
      "{ valueOf: 1, toString: 2 }",
      "{ toJSON: 1 }",
      "{ '__proto__': null }",
    ]) {
      for (const use of [
        "o",
        "`${o}`",
        "o == 1",
        "'a'.startsWith(o)",
        "/a/.test(o)",
        "parseInt(o)",
        "parseInt('1', o)",
      ])
        assert.equal(comesTo(`const o = ${object}; («${use}»)`), "unknown", `${object} in ${use}`);
    }
    for (const use of [
      "`${o}`",
      "'a'.includes(o)",
      "'a'.indexOf(o)",
      "'a'.endsWith(o)",
      "/a/.test(o)",
      "parseInt('1', o)",
    ])
      assert.equal(comesTo(`const o = { a: 1 }; («${use}»)`), "unknown", use);
    assert.equal(comesTo("const o = [1]; («`${o}`»)"), "unknown");
    assert.equal(comesTo("(«parseInt('11', 2)»)"), 3);
    assert.equal(comesTo("(«parseInt(null)»)"), NaN);
  });

  it("is unknown where it is compared with another object", () => {
    assert.equal(comesTo("const o = {}; («o === o»)"), "unknown");
    assert.equal(comesTo("const o = {}; («o !== 1»)"), true);
  });

  it("is no longer than what anybody means for a name", () => {
    const doubled = (n: number, sum: string) =>
      `${Array.from({ length: n }, (_, i) => `const x${i} = ${i === 0 ? '"0123456789"' : sum.replaceAll("x", `x${i - 1}`)};`).join(" ")} («x${n - 1}»)`;
    for (const sum of ["x + x", "`${x}${x}`"]) {
      assert.equal((comesTo(doubled(10, sum)) as string).length, 5120, sum);
      assert.equal(comesTo(doubled(12, sum)), "unknown", sum);
    }
  });
});
