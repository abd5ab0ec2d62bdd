import assert from "node:assert/strict";
import { breaks, indentAt, indentUnit, joined, lineEnd, lineStart, newlineOf, pastBreak } from "../src/fixes/layout.ts";

describe("lines of a text", () => {
  const text = "ab\r\ncd\ref\n\tgh";
  for (const [at, start, end] of [
    [1, 0, 2],
    [2, 0, 2],
    [4, 4, 6],
    [5, 4, 6],
    [6, 4, 6],
    [7, 7, 9],
    [9, 7, 9],
    [10, 10, 13],
    [13, 10, 13],
  ] as const)
    it(`position ${at} lies between ${start} and ${end}`, () => {
      assert.equal(lineStart(text, at), start);
      assert.equal(lineEnd(text, at), end);
    });
  it("go on behind one line break, of whatever kind, or at the end of the text", () =>
    assert.deepEqual(
      [2, 6, 9, 13].map((at) => pastBreak(text, at)),
      [4, 7, 10, 13],
    ));
  it("have the white space that they begin with", () =>
    assert.deepEqual([indentAt(text, 12), indentAt(text, 1), indentAt(" \t a\n", 3)], ["\t", "", " \t "]));
  it("are parted by line breaks alone", () =>
    assert.deepEqual(
      [breaks(text, 0, 2), breaks(text, 0, 3), breaks(text, 4, 7), breaks(text, 7, 9)],
      [false, true, true, false],
    ));
  it("end as the first one does", () =>
    assert.deepEqual(["a\r\nb\n", "a\nb\r\n", "a"].map(newlineOf), ["\r\n", "\n", "\n"]));
});

describe("one more level of indentation", () => {
  for (const [text, unit] of [
    ["a\n  b\n", "  "],
    ["a\n    b\n        c\n", "    "],
    ["a\n b\n    c\n", "    "],
    ["a\n\tb\n  c\n", "\t"],
    ["a\n  \tb\n", "   "],
    ["/*\n * a\n */\nb\n    c\n", "    "],
    ["a = b     + c\n", "  "],
    ["a\n          b\n", "        "],
    ["a\n b\n", "  "],
    ["", "  "],
  ] as const)
    it(JSON.stringify(text), () => assert.equal(indentUnit(text), unit));
});

describe("edits that are joined", () => {
  const at = (start: number, end: number, text: string) => ({ range: [start, end] as [number, number], text });
  for (const [what, edits, expected] of [
    ["in order", [at(4, 5, "b"), at(1, 2, "a")], [at(1, 2, "a"), at(4, 5, "b")]],
    ["insertions at one place, in the order given", [at(1, 1, "a"), at(1, 1, "b")], [at(1, 1, "ab")]],
    ["an insertion before what goes", [at(1, 3, ""), at(1, 1, "a")], [at(1, 3, "a")]],
    ["side by side", [at(1, 3, "a"), at(3, 4, "b")], [at(1, 4, "ab")]],
    ["one over another", [at(1, 3, "a"), at(2, 4, "b")], null],
    ["one within another", [at(1, 5, "a"), at(2, 3, "b")], null],
    ["none", [], []],
  ] as const)
    it(what, () => assert.deepEqual(joined(edits), expected));
});
