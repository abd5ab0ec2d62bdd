import assert from "node:assert/strict";
import { rules } from "../src/rules/index.ts";
import { fixturesIn, type Fixture } from "./fixtures.ts";
import { OWN_HOST_ALONE, runEslint, runOwn } from "./hosts.ts";

interface Found {
  line: number;
  column: number;
  endLine?: number | undefined;
  endColumn?: number | undefined;
  ruleId: string | null;
  messageId?: string | undefined;
  message: string;
  suggestions?: { desc: string; fix: { range: readonly number[]; text: string } }[] | undefined;
}

/** One line a finding, the way the fixture states it. */
function stated(found: readonly Found[], fixture: Fixture): string[] {
  return found.map((each) => {
    const expectation = fixture.expected.find(
      (other) =>
        other.line === each.line &&
        other.column === each.column &&
        `portreuse/${other.rule}` === each.ruleId &&
        other.messageId === null,
    );
    return `${each.line}:${each.column}-${each.endColumn} ${each.ruleId} ${expectation ? "*" : (each.messageId ?? each.message)}`;
  });
}

function comparable(found: readonly Found[]) {
  return found
    .map(({ line, column, endLine, endColumn, ruleId, message, suggestions }) => ({
      line,
      column,
      endLine,
      endColumn,
      ruleId,
      message,
      suggestions: (suggestions ?? []).map(({ desc, fix }) => ({ desc, range: [...fix.range], text: fix.text })),
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column || String(a.ruleId).localeCompare(String(b.ruleId)));
}

const folders = [...rules.map((rule) => rule.name), "catalogue"];

describe("fixtures", () => {
  for (const folder of folders) {
    const fixtures = fixturesIn(folder);
    describe(folder, () => {
      if (folder !== "catalogue") {
        it("has at least 12 reported and 12 silent cases", () => {
          for (const kind of ["reported", "silent"])
            assert.ok(fixtures.filter((each) => each.name.includes(`/${kind}/`)).length >= 12, kind);
        });
        it("reports its own rule in every reported case and in no silent one", () => {
          for (const each of fixtures)
            assert.equal(
              each.expected.some((expectation) => expectation.rule === folder),
              each.name.includes("/reported/"),
              each.name,
            );
        });
      }
      for (const fixture of fixtures) {
        it(fixture.name, () => {
          const own = runOwn(fixture);
          const expected = fixture.expected.map(
            (each) => `${each.line}:${each.column}-${each.endColumn} portreuse/${each.rule} ${each.messageId ?? "*"}`,
          );
          assert.deepEqual(stated(own, fixture).sort(), expected.sort());
          if (OWN_HOST_ALONE) return;
          assert.deepEqual(comparable(runEslint(fixture)), comparable(own), "ESLint and our own host differ");
        });
      }
    });
  }
});

/** Pairs of rules that may stand on one call: two different defects. */
const BOTH: readonly (readonly [string, (other: string) => boolean])[] = [
  ["no-ephemeral-server-port", () => true],
  ["no-unguarded-reuse-port", (other) => other === "no-cluster-bypass" || other === "no-ignored-socket-option"],
  ["no-ignored-socket-option", (other) => /reuse|sharing|bypass|worker/.test(other)],
];

describe("one defect gives one finding", () => {
  it("over all fixtures", () => {
    for (const fixture of folders.flatMap((folder) => fixturesIn(folder))) {
      const found = runOwn(fixture);
      for (const [i, a] of found.entries()) {
        for (const b of found.slice(i + 1)) {
          if (a.line !== b.line || a.column !== b.column) continue;
          const names = [a, b].map((each) => each.ruleId?.replace("portreuse/", "") ?? "");
          const tooOld = [a, b].some((each) => each.messageId === "tooOld");
          const allowed = BOTH.some(
            ([rule, other]) =>
              names.includes(rule) &&
              other(names.find((name) => name !== rule) ?? rule) &&
              (rule !== "no-ignored-socket-option" || tooOld),
          );
          assert.ok(allowed, `${fixture.name}:${a.line}: ${names.join(" and ")}`);
        }
      }
    }
  });
});
