import assert from "node:assert/strict";
import { commandsIn } from "../../src/program/launches/shell.ts";
import { isTooDeep } from "../../src/program/nesting.ts";

/** The commands of a line: operator before, environment, words; `?` for what is not constant. */
function commands(line: string): string {
  return commandsIn(line)
    .map(({ after, environment, words, before }) =>
      [
        after,
        ...Object.entries(environment).map(([name, value]) => `${name}=${value ?? "?"}`),
        ...words.map((word) => word ?? "?"),
        before === "" ? "" : `(${before})`,
      ]
        .filter(Boolean)
        .join(" "),
    )
    .join(" / ");
}

describe("the commands of a line of shell", () => {
  for (const [line, expected] of [
    ["a b", "a b"],
    ["a && b", "a (&&) / && b"],
    ["a || b; c", "a (||) / || b (;) / ; c"],
    ["a & b", "a (&) / & b"],
    ["a |& b", "a (|) / | b"],
    ["a;; b", "a (;) / ; b"],
    ["a\nb", "a (;) / ; b"],
    ["a \\\n b", "a b"],
    ["a \\\r\n b\r\nc", "a b (;) / ; c"],
    ["a \\\r\nb", "a b"],
    ["a\\\nb", "ab"],
    ["a # b && c", "a"],
    ["a # b\nc", "a (;) / ; c"],
    ["# a\n# b\r\nc d # e\n\nf", "; c d (;) / ; f"],
    ["a 'b\nc'", "a b ;\n c"],
    ["a '#b' c", "a #b c"],
    ["(a; b)", "a (;) / ; b"],
    ["{ a; }", "a (;)"],
    ["a 'b c' \"d e\"", "a b c d e"],
    ["a > out 2>&1 b", "a b"],
    ["a 2> out", "a"],
    ["a 20 > out", "a 20"],
    ["a x2 > out", "a x2"],
    ["a b 2> out", "a b"],
    ["> out a", "a"],
    ["a x < in", "a x"],
    ["a 1 2", "a 1 2"],
    ["X=1 Y= a", "X=1 Y= a"],
    ["X=$Y a", "X=? a"],
    ["a X=1", "a X=1"],
    ["1X=2 a", "1X=2 a"],
    ["a $X b$Y", "a ? ?"],
    ["a $(b c) d", "a ? d"],
    ["a $(b (c) d) e", "a ? e"],
    ["a x$(b c) d", "a ? d"],
    ["($(b c) d)", "? d"],
    ["a `b`", "a ?"],
    ["run-p dev:*", "run-p dev:*"],
    ["a ${", ""],
    ["", ""],
  ] as const)
    it(JSON.stringify(line), () => assert.equal(commands(line), expected));

  it("are read past a hundred comments", () => {
    assert.equal(commands(`${"# a\n".repeat(100)}b`), "; b");
    assert.equal(commands(`${"# a\n".repeat(101)}b`), "");
  });

  it("are not looked for in a line that nobody typed", () => {
    assert.equal(commandsIn(`a ${"b".repeat(9_998)}`).length, 1);
    assert.equal(commandsIn(`a ${"b".repeat(9_999)}`).length, 0);
  });
});

describe("nesting that nobody writes", () => {
  const inside = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times);
  for (const [open, close] of ["()", "[]", "{}"].map((pair) => [...pair] as [string, string]))
    it(`of ${open}${close}`, () => {
      assert.equal(isTooDeep(inside(open, close, 300)), false);
      assert.equal(isTooDeep(inside(open, close, 301)), true);
      assert.equal(isTooDeep(`${open}${close}`.repeat(1000)), false);
      assert.equal(isTooDeep(close.repeat(1000) + inside(open, close, 300)), false);
      assert.equal(isTooDeep(close.repeat(1000) + open.repeat(301)), true);
    });
  it("of YAML's lists and keys", () => {
    assert.equal(isTooDeep("- ".repeat(49) + "x"), false);
    assert.equal(isTooDeep("- ".repeat(50) + "x"), true);
    assert.equal(isTooDeep("?\t".repeat(50) + "x"), true);
    assert.equal(isTooDeep("-".repeat(500)), false);
  });
  it("by spaces before a line", () => {
    assert.equal(isTooDeep(`a\n${" ".repeat(300)}b`), true);
    assert.equal(isTooDeep(`${"\t".repeat(300)}b`), true);
    assert.equal(isTooDeep(`a\n${" ".repeat(299)}b`), false);
    assert.equal(isTooDeep(`a${" ".repeat(300)}b`), false);
    assert.equal(isTooDeep(`${" ".repeat(300)}\n`), false);
  });
});
