import assert from "node:assert/strict";
import { parseFile } from "../../server/src/lint/parse.ts";
import { fullText, merged, plainProblem, plainText, problemOf } from "../src/problem.ts";
import { interpolate, NO_OPTIONS, suggestion, type Finding, type Rule } from "../src/rule.ts";

const rule: Rule = {
  name: "a-rule",
  meta: {
    type: "problem",
    description: "Disallow it",
    recommended: "warn",
    messages: { found: "{{what}} is here.", bare: "It is here.", remove: "Remove {{what}}." },
    help: { found: "Look at {{what}}." },
    schema: NO_OPTIONS,
    defaultOptions: {},
  },
};
const file = parseFile("one();", "a.js");
const other = parseFile("two();", "b.js");
const [one, two] = [file.ast.body[0]!, other.ast.body[0]!];

describe("a finding in words", () => {
  const problem = (finding: Partial<Finding>) => problemOf(rule, { messageId: "found", at: one, ...finding }, 2);

  it("has its data in message and help", () => {
    const { text, help, data, range, facts, related, severity } = problem({ data: { what: "`one()`" } });
    assert.deepEqual([text, help], ["`one()` is here.", "Look at `one()`."]);
    assert.deepEqual([data, range, facts, related, severity], [{ what: "`one()`" }, [0, 6], [], [], 2]);
  });
  it("has no help where the rule has none for its message", () => {
    assert.ok(!("help" in problem({ messageId: "bare" })));
    assert.equal(problem({ messageId: "bare" }).text, "It is here.");
  });
  it("says nothing for a message that the rule does not have", () =>
    assert.equal(problem({ messageId: "none" }).text, ""));
  it("shows places in its own file by their ranges", () =>
    assert.deepEqual(problem({ related: [{ at: one, message: "Here." }] }).related, [
      { range: [0, 6], text: "Here." },
    ]));
  it("leaves out places in a file that nobody knows the path of", () =>
    assert.deepEqual(problem({ related: [{ at: two, message: "There." }] }).related, []));
  it("shows places in other files with their path and text", () => {
    const elsewhere = { path: "/b.js", content: "two();" };
    other.path = "/b.js";
    try {
      const found = problem({ related: [{ at: two, message: "There." }] });
      assert.deepEqual(found.related, [{ range: [0, 6], text: "There.", elsewhere }]);
    } finally {
      delete other.path;
    }
    const place = { path: "/b.js", range: [1, 2] as [number, number], text: "two();" };
    assert.deepEqual(problem({ related: [{ at: place, message: "There." }] }).related, [
      { range: [1, 2], text: "There.", elsewhere },
    ]);
  });
  it("has the suggestions that are possible, with data or without", () => {
    const edits = [{ range: [0, 6] as [number, number], text: "" }];
    const suggestions = () => [
      suggestion("remove", edits, { what: "`one()`" }),
      suggestion("remove", null),
      null,
      suggestion("bare", edits),
      suggestion("none", edits),
    ];
    assert.deepEqual(problem({ suggestions }).suggestions(), [
      { messageId: "remove", data: { what: "`one()`" }, text: "Remove `one()`.", edits },
      { messageId: "bare", data: {}, text: "It is here.", edits },
      { messageId: "none", data: {}, text: "", edits },
    ]);
    assert.deepEqual(problem({}).suggestions(), []);
  });
});

describe("data in a message", () => {
  for (const [message, data, expected] of [
    ["{{a}} and {{ b }}", { a: "1", b: "2" }, "1 and 2"],
    ["{{a}}, {{a}}", { a: "1" }, "1, 1"],
    ["{{a}}", {}, "{{a}}"],
    ["{{a}}", undefined, "{{a}}"],
    ["{a} {{a b}}", { a: "1" }, "{a} {{a b}}"],
    ["{{long_name}}", { long_name: "1" }, "1"],
    ["{{a}}", { a: "\u001b[31m" }, "\\u{1b}[31m"],
    ["{{a}}", { a: "" }, ""],
  ] as const)
    it(`${message} ${JSON.stringify(data)}`, () => assert.equal(interpolate(message, data), expected));
});

describe("a problem in the places where it is shown", () => {
  it("stands before what to do about it", () => {
    assert.equal(fullText({ text: "Wrong.", help: "Mend it." }), "Wrong. Mend it.");
    assert.equal(fullText({ text: "Wrong." }), "Wrong.");
  });
  it("has no backticks where Markdown is not shown, and nothing that a terminal obeys", () => {
    assert.equal(plainText("`a()` and `b()`\nis\u001b[31m"), "a() and b()\nis\\u{1b}[31m");
  });
  it("stands at the top of the file without a place of its own", () => {
    const { suggestions, ...rest } = plainProblem(null, 1, "Wrong.");
    assert.deepEqual(suggestions(), []);
    assert.deepEqual(rest, {
      rule: null,
      severity: 1,
      messageId: null,
      data: {},
      range: [0, 0],
      text: "Wrong.",
      facts: [],
      related: [],
    });
    assert.deepEqual(plainProblem("a", 2, "Wrong.", [3, 4]).range, [3, 4]);
  });
});

describe("several edits as one", () => {
  const at = (start: number, end: number, text: string) => ({ range: [start, end] as [number, number], text });
  for (const [edits, range, text] of [
    [[at(2, 3, "X")], [2, 3], "X"],
    [[at(1, 2, "X"), at(4, 5, "Y")], [1, 5], "XcdY"],
    [[at(4, 5, "Y"), at(1, 2, "X")], [1, 5], "XcdY"],
    [[at(1, 1, "X"), at(1, 3, "Y")], [1, 3], "XY"],
    [[at(1, 3, "Y"), at(1, 1, "X")], [1, 3], "XY"],
    [[at(0, 1, ""), at(1, 2, ""), at(6, 7, "!")], [0, 7], "cdef!"],
  ] as const)
    it(JSON.stringify(edits), () => assert.deepEqual(merged("abcdefg", edits), { range, text }));
});
