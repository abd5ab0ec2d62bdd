import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { recommendedLevels } from "../src/check.ts";
import { Documents } from "../src/server/documents.ts";
import { diagnose, parseDocument } from "../src/service.ts";
import type { InForce, Workspace } from "../src/workspace.ts";
import { DEFAULTS } from "../src/configuration.ts";

const EDITS = 1000;
const folder = new URL("../../test-fixtures/no-unguarded-reuse-port/reported/", import.meta.url);
/** What people type, and what they leave half typed. */
const TYPED = ["", " ", "\n", "\r\n", "{", "}", "(", ")", ";", ",", '"', "`", "/*", "*/", "// ", "\u{1F6F0}", "\u2028", "reusePort: true", "listen(3000);", "server.listen({ port: 3000 });\n", "// eslint-disable-next-line portreuse/require-reuse-option\n", "/* eslint-disable */", 'process.platform === "linux"', "await ", "const port = 40000;\n"];

describe("service: random edits", function () {
  this.timeout(120_000);

  it("after each of 1,000 edits the findings are those of a file opened afresh", () => {
    const names = readdirSync(folder);
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 0, max: 40 }), text: fc.constantFrom(...TYPED) });
    const plan = fc.sample(fc.record({ file: fc.constantFrom(...names), edits: fc.array(edit, { minLength: 20, maxLength: 20 }) }), { numRuns: EDITS / 20, seed: 20 });
    let done = 0;
    let withFindings = 0;
    for (const { file, edits } of plan) {
      const uri = `file:///project/src/${file}`;
      const inForce: InForce = {
        project: { path: `src/${file}`, settings: { host: {}, hostName: "portreuse", package: null }, levels: recommendedLevels(), page: (rule) => `file:///pages/${rule}.md` },
        configuration: DEFAULTS,
        source: "settings",
        silent: false,
      };
      const documents = new Documents({} as Workspace);
      const document = TextDocument.create(uri, "typescript", 0, readFileSync(new URL(file, folder), "utf8"));
      for (const { at, length, text } of edits) {
        const start = Math.floor(at * document.getText().length);
        const range = { start: document.positionAt(start), end: document.positionAt(start + length) };
        TextDocument.update(document, [{ range, text }], document.version + 1);
        const kept = documents.diagnostics(document, inForce);
        // A tree that is in use must say the same when it is asked again.
        assert.deepEqual(documents.diagnostics(document, inForce), kept);
        const fresh = TextDocument.create(uri, "typescript", document.version, document.getText());
        assert.deepEqual(kept, diagnose(fresh, parseDocument(fresh, inForce.project.path), inForce.project));
        done++;
        if (kept.length > 0) withFindings++;
      }
    }
    assert.equal(done, EDITS);
    // Otherwise the comparison would say nothing.
    assert.ok(withFindings > EDITS / 10, `${withFindings} of ${EDITS} texts had findings`);
  });
});
