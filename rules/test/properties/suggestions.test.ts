import assert from "node:assert/strict";
import fc from "fast-check";
import { checkSuggestions } from "../check-suggestions.ts";
import { PATIENCE, SEEDED, runs, textOf } from "./check.ts";
import { programs, type Program } from "./grammar.ts";
import { read } from "./marks.ts";

function suggestionsOf(program: Program): number {
  const { text } = read(textOf(program));
  return checkSuggestions({
    name: program.path,
    text,
    path: program.path,
    package: {},
    settings: {},
    options: {},
    expected: [],
  });
}

describe(`suggestions in generated programs ${SEEDED}`, function () {
  this.timeout(PATIENCE);

  it("leave fewer findings, none of them new, and nothing to apply again", () => {
    let count = 0;
    fc.assert(
      fc.property(programs, (program) => {
        count += suggestionsOf(program);
      }),
      runs(400),
    );
    assert.ok(count > 0, "there are none");
  });
});
