import assert from "node:assert/strict";
import {
  asObject,
  asString,
  asStrings,
  LONGEST,
  LONGEST_YAML,
  parseJson,
  parseYaml,
} from "../../src/program/documents.ts";
import { lineAndColumn } from "../../src/program/lines.ts";
import { DEEPEST, isTooDeep } from "../../src/program/nesting.ts";

const json = (text: string) => parseJson(text, "/a.json");
const yaml = (text: string) => parseYaml(text, "/a.yaml");

/** Without the missing prototypes, which `deepEqual` minds. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe("JSON as people write it", () => {
  for (const [text, expected] of [
    ['{ "a": [1, "x", null, true] }', { a: [1, "x", null, true] }],
    ['// a comment\n{ "a": 1, /* another */ }', { a: 1 }],
    ["[1, 2,]", [1, 2]],
    ['"x"', "x"],
    ["null", null],
  ] as const)
    it(text, () => {
      const { value, problem, path } = json(text);
      assert.deepEqual(plain(value), expected);
      assert.equal(problem, null);
      assert.equal(path, "/a.json");
    });
  for (const [text, line, column, why] of [
    ["", 1, 1, "value expected"],
    ["// nothing", 1, 11, "value expected"],
    ['{\n  "a": }', 2, 8, "value expected"],
    ["{ 1: 2 }", 1, 3, "property name expected"],
    ['{ "a" 1 }', 1, 7, "colon expected"],
    ["[1 2]", 1, 4, "comma expected"],
    ["[1", 1, 3, "close bracket expected"],
    ["{} 1", 1, 4, "end of file expected"],
  ] as const)
    it(`${JSON.stringify(text)} says what is wrong, and where`, () => {
      const { value, problem, rangeOf } = json(text);
      assert.equal(value, undefined);
      assert.deepEqual(problem, { place: { line, column }, text: `not valid JSON: ${why}.` });
      assert.deepEqual(rangeOf(["a"]), [0, text.length]);
    });
});

describe("YAML as people write it", () => {
  for (const [text, expected] of [
    ["a: [1, x, null, true]", { a: [1, "x", null, true] }],
    ["a: 1 # a comment\nb:\n  - c: 2\n", { a: 1, b: [{ c: 2 }] }],
    ["a: &a { x: 1, y: 2 }\nb: { <<: *a, y: 3 }", { a: { x: 1, y: 2 }, b: { x: 1, y: 3 } }],
    ["a: 1\n---\nb: 2\n", { a: 1 }],
    ["x", "x"],
    ["", null],
  ] as const)
    it(JSON.stringify(text), () => {
      const { value, problem } = yaml(text);
      assert.deepEqual(plain(value), expected);
      assert.equal(problem, null);
    });
  for (const [text, line, column, why] of [
    ["a: [", 1, 5, /^[a-z].* must .*[^.]\.$/],
    ["a:\n\tb: 1", 2, 1, /^tabs are not allowed as indentation\.$/],
    ["a: b: c", 1, 4, /^nested mappings are not allowed in compact mappings\.$/],
  ] as const)
    it(`${JSON.stringify(text)} says what is wrong, and where`, () => {
      const { value, problem } = yaml(text);
      assert.equal(value, undefined);
      assert.deepEqual(problem?.place, { line, column });
      assert.match(problem?.text ?? "", /^not valid YAML: [^\n]*$/);
      assert.match(problem?.text.slice("not valid YAML: ".length) ?? "", why);
    });
  it("does not follow aliases that lead into themselves", () => {
    const { value, problem } = yaml("a: &a [*a]");
    assert.equal(value, undefined);
    assert.match(problem?.text ?? "", /^not valid YAML: it(?:s aliases grow without end| is nested too deep)\.$/);
  });
  it("writes aliases out up to 50,000 lists and objects", () => {
    // The whole, the list b, and 78 times the list a with the lists in it.
    const text = (more: string) => `a: &a [${"[],".repeat(640)}]\nb: [${"*a,".repeat(77)}${more}]`;
    assert.equal(yaml(text("")).problem, null);
    assert.equal(yaml(text("[]")).problem?.text, "not valid YAML: its aliases grow without end.");
  });
});

describe("what a file holds", () => {
  for (const [title, parse, start] of [
    ["JSON", json, '{ "a": { "b": [10, 20] } }'],
    ["YAML", yaml, "a: { b: [10, 20] }"],
  ] as const) {
    it(`in ${title} is where its keys lead`, () => {
      const { rangeOf } = parse(start);
      const at = (...keys: (string | number)[]) => start.slice(...rangeOf(keys));
      assert.equal(at("a", "b", 1), "20");
      assert.equal(at("a", "b"), "[10, 20]");
      assert.deepEqual(rangeOf(["a", "c"]), [0, start.length]);
      assert.equal(at(), start);
    });
    it(`in ${title} has the keys that are written, and no others`, () => {
      const { value } = parse('{ "__proto__": { "a": 1 }, "in": { "x": 1 } }');
      assert.deepEqual(Object.keys(value as object), ["__proto__", "in"]);
      assert.equal("toString" in asObject(value), false);
      assert.equal("toString" in asObject(asObject(value)["in"]), false);
    });
    it(`in ${title} is not read where it is too large, or nested too deep`, () => {
      const longest = title === "YAML" ? LONGEST_YAML : LONGEST;
      assert.equal(parse(`${start}${" ".repeat(longest - start.length)}`).problem, null);
      const large = parse(`${start}${" ".repeat(longest - start.length + 1)}`);
      assert.deepEqual(large.problem, { place: null, text: "it is too large to be read." });
      assert.equal(large.value, undefined);
      const deep = parse("[".repeat(DEEPEST + 1) + "]".repeat(DEEPEST + 1));
      assert.deepEqual(deep.problem, {
        place: { line: 1, column: 1 },
        text: `not valid ${title}: it is nested too deep.`,
      });
    });
  }
});

describe("what is nested too deep", () => {
  const n = DEEPEST;
  for (const [title, text, expected] of [
    ["lists", "[".repeat(n + 1), true],
    ["objects", "{".repeat(n + 1), true],
    ["parentheses", "(".repeat(n + 1), true],
    ["all of them", "[{(".repeat(n / 3) + "(", true],
    ["as many as there may be", "[{(".repeat(n / 3), false],
    ["what is closed", "[]{}()".repeat(n), false],
    ["others between them", "[a".repeat(n + 1), true],
    ["lists that are closed by what they are not", "[)".repeat(n + 1), false],
    ["closed before they are open", "]".repeat(5) + "[".repeat(n), false],
    ["one more, although others were closed before", "]".repeat(5) + "[".repeat(n + 1), true],
    ["lists of YAML in one line", "- ".repeat(50), true],
    ["fewer of them", "- ".repeat(49), false],
    ["keys of YAML in one line", "?\t ".repeat(50), true],
    ["dashes", "-".repeat(500), false],
    ["an indentation", `a:\n${" ".repeat(300)}b`, true],
    ["a smaller one", `a:\n${" ".repeat(299)}b`, false],
    ["tabs", `${"\t".repeat(300)}b`, true],
    ["a line of nothing but spaces", `a:\n${" ".repeat(400)}\nb`, false],
    ["spaces behind something", `a:${" ".repeat(400)}b`, false],
  ] as const)
    it(`${title}: ${expected ? "yes" : "no"}`, () => assert.equal(isTooDeep(text), expected));
});

describe("a place in a text", () => {
  for (const [text, offset, line, column] of [
    ["abc", 0, 1, 1],
    ["abc", 2, 1, 3],
    ["a\nbc", 1, 1, 2],
    ["a\nbc", 2, 2, 1],
    ["a\r\nbc", 4, 2, 2],
    ["a\rbc", 3, 2, 2],
    ["a\n\nb", 3, 3, 1],
  ] as const)
    it(`${JSON.stringify(text)} at ${offset}`, () => assert.deepEqual(lineAndColumn(text, offset), { line, column }));
});

describe("what a value is taken for", () => {
  const list = ["a", 1, "b"];
  const object = { a: 1 };
  for (const [value, asO, asS, asL] of [
    [object, object, null, []],
    [list, {}, null, ["a", "b"]],
    ["a", {}, "a", ["a"]],
    ["", {}, "", [""]],
    [1, {}, null, []],
    [null, {}, null, []],
    [undefined, {}, null, []],
  ] as const)
    it(JSON.stringify(value) ?? "undefined", () => {
      assert.deepEqual(asObject(value), asO);
      assert.equal(asString(value), asS);
      assert.deepEqual(asStrings(value), asL);
    });
});
