import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { open, type Given } from "./service-fixture.ts";

const folder = new URL("../../test-fixtures/hovers/", import.meta.url);

/**
 * `test-fixtures/hovers/*.txt`: after `===` what is given beside the code, then the code with `|` where the pointer rests, then after `---`
 * the whole hover. The system calls in them are those that strace shows, where the runtime is at hand.
 */
describe("hovers, word for word", () => {
  for (const name of readdirSync(folder).sort()) {
    const cases = readFileSync(new URL(name, folder), "utf8")
      .split(/^=== (?=\{)/m)
      .slice(1);
    it(name, () => {
      assert.ok(cases.length >= 20);
      for (const each of cases) {
        const [, head = "", code = "", hover = ""] = /^(.*)\n([^]*?)^---\n([^]*)$/m.exec(each) ?? [];
        assert.equal(open(code, JSON.parse(head) as Given).hover(), hover.trimEnd(), code);
      }
    });
  }
});
