import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "vscode-languageserver-types";
import { parseText } from "../src/service/document.ts";
import { Client } from "./lsp-client.ts";

const EDITS = 1000;
const EACH = 20;
const folder = new URL("../../test-fixtures/no-unguarded-reuse-port/reported/", import.meta.url);
/** What people type, and what they leave half typed. */
const TYPED = [
  "",
  " ",
  "\n",
  "\r\n",
  "{",
  "}",
  "(",
  ")",
  ";",
  ",",
  '"',
  "`",
  "/*",
  "*/",
  "// ",
  "\u{1F6F0}",
  "\u2028",
  "reusePort: true",
  "listen(3000);",
  "server.listen({ port: 3000 });\n",
  "// eslint-disable-next-line portreuse/require-reuse-option\n",
  "/* eslint-disable */",
  'process.platform === "linux"',
  "await ",
  "const port = 40000;\n",
];

describe("server: random edits", function () {
  this.timeout(120_000);

  it("after each of 1,000 edits the diagnostics are those of the text opened afresh, or of the last one that could be parsed", async () => {
    const names = readdirSync(folder).filter((each) => /\.[cm]?[jt]sx?$/.test(each));
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 40 }),
      text: fc.constantFrom(...TYPED),
    });
    const plans = fc.sample(
      fc.record({ name: fc.constantFrom(...names), edits: fc.array(edit, { minLength: EACH, maxLength: EACH }) }),
      { numRuns: EDITS / EACH },
    );
    const client = await Client.start(null, { pull: true });
    let done = 0;
    let withFindings = 0;
    try {
      for (const [i, { name, edits }] of plans.entries()) {
        const uri = `memory:/${i}/src/${name}`;
        const fresh = `memory:/${i}/fresh/src/${name}`;
        const mine = TextDocument.create(uri, "", 1, readFileSync(new URL(name, folder), "utf8"));
        await client.open(uri, mine.getText());
        let last = (await client.pull(uri)).map((each) => each.message);
        for (const { at, length, text } of edits) {
          const start = Math.floor(at * mine.getText().length);
          const range = { start: mine.positionAt(start), end: mine.positionAt(start + length) };
          TextDocument.update(mine, [{ range, text }], mine.version + 1);
          await client.change(uri, [{ range, text }]);
          await client.open(fresh, mine.getText());
          const [kept, anew] = await Promise.all([client.pull(uri), client.pull(fresh)]);
          const messages = kept.map((each) => each.message);
          if (parseText(mine.getText(), `src/${name}`).broken) {
            assert.deepEqual(anew, []);
            assert.ok(messages.every((each) => last.includes(each)));
          } else {
            assert.deepEqual(kept.map(comparable), anew.map(comparable), JSON.stringify(mine.getText()));
            last = messages;
          }
          await client.close(fresh);
          done++;
          if (kept.length > 0) withFindings++;
        }
        await client.close(uri);
      }
    } finally {
      await client.stop();
    }
    assert.equal(done, EDITS);
    // Otherwise the comparison would say nothing.
    assert.ok(withFindings > EDITS / 10, `${withFindings} of ${EDITS} texts had findings`);
  });
});

/** All but the names and versions of the two documents. */
function comparable({ data, relatedInformation, ...rest }: Diagnostic): object {
  return {
    ...rest,
    data: { ...(data as object), version: 0 },
    related: relatedInformation?.map((each) => [each.location.range, each.message]),
  };
}
