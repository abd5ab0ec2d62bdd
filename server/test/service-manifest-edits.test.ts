import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import { portreuseEdits } from "../src/service/actions/manifest-edits.ts";

/** The text of a package.json after a setting is set; null where nothing can be. */
function set(text: string, path: readonly string[] = ["listens"], value: unknown = "single"): string | null {
  const edits = portreuseEdits(text, () => ({ path, value }));
  return edits && TextDocument.applyEdits(TextDocument.create("", "json", 0, text), edits);
}

describe("a setting in package.json", () => {
  for (const [title, before, after] of [
    ["two spaces", '{\n  "a": 1\n}\n', '{\n  "a": 1,\n  "portreuse": {\n    "listens": "single"\n  }\n}\n'],
    [
      "four spaces",
      '{\n    "a": 1\n}\n',
      '{\n    "a": 1,\n    "portreuse": {\n        "listens": "single"\n    }\n}\n',
    ],
    ["tabs", '{\n\t"a": 1\n}\n', '{\n\t"a": 1,\n\t"portreuse": {\n\t\t"listens": "single"\n\t}\n}\n'],
    [
      "a key on the first line",
      '{ "a": 1,\n    "b": 1\n}\n',
      '{ "a": 1,\n    "b": 1,\n    "portreuse": {\n        "listens": "single"\n    }\n}\n',
    ],
    [
      "line ends of Windows",
      '{\r\n  "a": 1\r\n}',
      '{\r\n  "a": 1,\r\n  "portreuse": {\r\n    "listens": "single"\r\n  }\r\n}',
    ],
    [
      "other settings",
      '{\n  "portreuse": {\n    "node": ">=20"\n  }\n}',
      '{\n  "portreuse": {\n    "node": ">=20",\n    "listens": "single"\n  }\n}',
    ],
    ["another value", '{\n  "portreuse": { "listens": "shared" }\n}', '{\n  "portreuse": { "listens": "single" }\n}'],
  ] as const)
    it(`is laid out as the rest: ${title}`, () => assert.equal(set(before), after));

  it("is not set in what is not a package.json", () => {
    for (const text of ["", "[]", "null", "1", "{ a", '{ "portreuse": 1 }', '{ "portreuse": [] }'])
      assert.equal(set(text), null, text);
    assert.equal(
      portreuseEdits("{}", () => null),
      null,
    );
  });

  it("may depend on what is there", () => {
    const seen: unknown[] = [];
    const look = (now: unknown) => {
      seen.push(now);
      return null;
    };
    portreuseEdits('{ "portreuse": { "node": ">=20" } }', look);
    portreuseEdits("{}", look);
    assert.deepEqual(seen, [{ node: ">=20" }, {}]);
  });
});
