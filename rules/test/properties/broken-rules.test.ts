import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding, Rule } from "../../src/rule.ts";
import { rules } from "../../src/rules/index.ts";
import { checkSuggestions } from "../check-suggestions.ts";
import { check, places, stated, textOf } from "./check.ts";
import { programs, type Program } from "./grammar.ts";
import { read } from "./marks.ts";

type Check = NonNullable<Rule["check"]>;

/** Ways to break a rule, each of which the properties have to notice. */
const BREAKS: Readonly<Record<string, (check: Check) => Check>> = {
  "says nothing": () => () => null,
  "reports another place": (check) => (site, context) =>
    found(check(site, context)).map((each) => ({ ...each, at: context.file.ast.body[0] as Finding["at"] })),
  "says nothing in functions": (check) => (site, context) =>
    found(check(site, context)).filter(({ at }) => context.file.ast.body.some((each) => each === at.parent?.parent)),
};

function found(all: ReturnType<Check>): readonly Finding[] {
  return all === null ? [] : Array.isArray(all) ? (all as readonly Finding[]) : [all as Finding];
}

/** Runs something with a rule broken. */
function broken(rule: Rule, check: Check, run: () => void): void {
  const before = rule.check;
  Object.assign(rule, { check });
  try {
    run();
  } finally {
    Object.assign(rule, { check: before });
  }
}

const SAMPLE = fc.sample(programs, { numRuns: 1_500, seed: 3 });

/** Whether all of the programs have the findings that they were made with. */
function hold(all: readonly Program[]): void {
  for (const program of all) {
    const { text, expected } = read(textOf(program));
    assert.deepEqual(places(check(text, program.path)), stated(text, expected));
  }
}

describe("a rule that somebody broke", function () {
  this.timeout(120_000);
  const concerned = (rule: Rule) => SAMPLE.filter((each) => textOf(each).includes(`«${rule.name}|`)).slice(0, 40);
  const generated = rules.filter((rule) => concerned(rule).length > 0);

  it("is one of eight", () => assert.equal(generated.length, 8));

  for (const rule of generated) {
    for (const [name, change] of Object.entries(BREAKS))
      it(`is noticed by the findings: ${rule.name} ${name}`, () => {
        const programs = concerned(rule);
        hold(programs);
        broken(rule, change(rule.check as Check), () => assert.throws(() => hold(programs), assert.AssertionError));
      });

    it(`is noticed by the suggestions: ${rule.name} edits something else`, () => {
      const check = rule.check as Check;
      const change: Check = (site, context) =>
        found(check(site, context)).map((each) => ({
          ...each,
          suggestions: () =>
            (each.suggestions?.() ?? []).map((one) => one && { ...one, edits: [{ range: [0, 0], text: ";" }] }),
        }));
      /** Made anew for each rule that is tried: what was found in a fixture is kept with it. */
      const fixtures = () =>
        concerned(rule).map((each) => ({
          name: each.path,
          text: read(textOf(each)).text,
          path: each.path,
          package: {},
          settings: {},
          options: {},
          expected: [],
        }));
      assert.ok(fixtures().reduce((sum, each) => sum + checkSuggestions(each), 0) > 0, "there are suggestions");
      broken(rule, change, () =>
        assert.throws(() => fixtures().forEach((each) => checkSuggestions(each)), assert.AssertionError),
      );
    });
  }
});
