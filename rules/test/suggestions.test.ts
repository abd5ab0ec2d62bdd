import assert from "node:assert/strict";
import { rules } from "../src/rules/index.ts";
import { fixturesIn } from "./fixtures.ts";
import { runOwn } from "./hosts.ts";

/** How many findings of a rule there are. */
function count(messages: readonly { ruleId: string | null }[], ruleId: string | null): number {
  return messages.filter((each) => each.ruleId === ruleId).length;
}

describe("suggestions", () => {
  for (const folder of [...rules.map((rule) => rule.name), "catalogue"]) {
    it(`of the fixtures in ${folder}: the result parses and has one finding of the rule less`, () => {
      for (const fixture of fixturesIn(folder)) {
        const before = runOwn(fixture);
        for (const message of before) {
          for (const { desc, fix, messageId } of message.suggestions ?? []) {
            const text = fixture.text.slice(0, fix.range[0]) + fix.text + fixture.text.slice(fix.range[1]);
            const after = runOwn({ ...fixture, text });
            const where = `${fixture.name}:${message.line} ${message.ruleId} "${desc}"`;
            assert.ok(!after.some((each) => each.ruleId === null), `${where}: does not parse\n${text}`);
            // Keeping connections mends the exhaustion, not the bind.
            if (messageId !== "keepAlive")
              assert.equal(count(after, message.ruleId), count(before, message.ruleId) - 1, `${where}\n${text}`);
          }
        }
      }
    });
  }
});
