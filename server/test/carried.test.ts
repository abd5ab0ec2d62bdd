import assert from "node:assert/strict";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { carried } from "../src/lsp/carried.ts";

const document = (text: string) => TextDocument.create("file:///a.ts", "typescript", 1, text);

/** The texts under the diagnostics of `[…]` in a text, after it has become another one. */
function underlined(marked: string, now: string): string[] {
  const text = marked.replace(/[[\]]/g, "");
  const before = document(text);
  const diagnostics = [...marked.matchAll(/\[([^\]]*)\]/g)].map((match, i): Diagnostic => {
    const start = (match.index ?? 0) - 2 * i;
    const range = {
      start: before.positionAt(start),
      end: before.positionAt(start + (match[1] ?? "").length),
    };
    return { range, message: "", relatedInformation: [{ location: { uri: before.uri, range }, message: "" }] };
  });
  const after = document(now);
  return carried(diagnostics, before, after).map(({ range, relatedInformation }) => {
    assert.deepEqual(relatedInformation?.[0]?.location.range, range);
    return after.getText(range);
  });
}

describe("diagnostics of a text that cannot be parsed any more", () => {
  const text = "one.[listen](1);\n\ntwo.[listen](2);\n";

  it("stay before and behind what is typed", () => {
    assert.deepEqual(underlined(text, "one.listen(1);\nif (\ntwo.listen(2);\n"), ["listen", "listen"]);
    assert.deepEqual(underlined(text, "one.listen(1);\n\ntwo.listen(2);\nfoo(\n"), ["listen", "listen"]);
    assert.deepEqual(underlined(text, "{{\none.listen(1);\n\ntwo.listen(2);\n"), ["listen", "listen"]);
    assert.deepEqual(underlined(text, "one.listen(1);\ntwo.listen(2);\n"), ["listen", "listen"]);
  });

  it("grow with what is typed in them, and go with their text", () => {
    assert.deepEqual(underlined("a([{ x: 1 }]);", "a({ x: (1 });"), ["{ x: (1 }"]);
    assert.deepEqual(underlined("a.[listen](1);", "a.listen(1"), ["listen"]);
    assert.deepEqual(underlined("a.[listen](1);", "a.lis(1);"), ["lis"]);
    assert.deepEqual(underlined("a.[listen](1);", "a.en(1);"), ["en"]);
    assert.deepEqual(underlined("aa.[listen](1);", "x(1);"), []);
  });
});
