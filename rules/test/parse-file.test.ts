import assert from "node:assert/strict";
import type { Node } from "../src/analysis/ast.ts";
import { walk } from "../src/analysis/source.ts";
import { parseFile } from "../src/parse/parse-file.ts";

/** What stands for each name and each constant of a text, by the ranges of its nodes. */
function words(text: string, filename: string): string[] {
  const { ast, visitorKeys } = parseFile(text, filename);
  const found: string[] = [];
  walk(ast, visitorKeys, (node: Node) => {
    assert.equal(node.range.length, 2, node.type);
    const [start, end] = node.range;
    if (node.type === "Identifier") assert.ok(text.slice(start, end).startsWith(node.name), node.name);
    if (node.type === "Literal") assert.equal(text.slice(start, end), node.raw);
    if (node.type === "Identifier" || node.type === "Literal") found.push(text.slice(start, end));
  });
  return found;
}

describe("the range of a node", () => {
  for (const [filename, text, expected] of [
    ["a.js", "const { port } = { port: 80 };", ["port", "port", "port", "80"]],
    ["a.mjs", 'import { a as b } from "c"; export { b };', ["a", "b", '"c"', "b", "b"]],
    ["a.ts", "const s: net.Server = f<A>(1);", ["s: net.Server", "net", "Server", "f", "A", "1"]],
    ["a.tsx", "<A b={1}>{c}</A>;", ["1", "c"]],
    ["a.js", "/* @flow */ const s: Server = 1;", ["s: Server", "1"]],
  ] as const)
    it(`is where it stands, in ${filename}: ${text}`, () =>
      assert.deepEqual([...new Set(words(text, filename))].sort(), [...new Set<string>(expected)].sort()));

  it("cannot be set to another one by the way: it is that of its start and end", () => {
    const { ast } = parseFile("f(1);", "a.js");
    const first = ast.body[0] as Node;
    assert.deepEqual(first.range, [0, 5]);
    assert.deepEqual(first.range, first.range);
  });
});
