import assert from "node:assert/strict";
import type { Message } from "../../server/src/lint/messages.ts";
import type { Problem } from "../src/problem.ts";
import type { Fixture } from "./fixtures.ts";
import { checkOwn, levelsOf, runOwn } from "./hosts.ts";

/** Suggestions that mend a finding and let its rule, or another, have something left to say, by `rule messageId`. */
const LEFT: Readonly<Record<string, { suggestion: string; after: string }>> = {
  // Fewer connections hold fewer ports, but every one of them is still bound before it connects.
  "portreuse/no-bind-before-connect address": {
    suggestion: "keepAlive",
    after: "portreuse/no-bind-before-connect address",
  },
  // An option that comes into force has the consequence that its rule warns of.
  "portreuse/no-ignored-socket-option ignored": {
    suggestion: "lift",
    after: "portreuse/no-bind-before-connect address",
  },
};

const kindOf = ({ ruleId, messageId }: Message) => `${ruleId} ${messageId}`;
const kindOfProblem = ({ rule, messageId }: Problem) => `portreuse/${rule} ${messageId}`;

/** How often each kind of finding is there. */
function countsOf(kinds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of kinds) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

/** How often one of these suggestions is offered. */
function offersOf(id: string, suggestions: readonly { messageId: string }[]): number {
  return suggestions.filter(({ messageId }) => messageId === id).length;
}

type Fix = NonNullable<Message["suggestions"]>[number]["fix"];

function applied(text: string, { range, text: added }: Fix): string {
  return text.slice(0, range[0]) + added + text.slice(range[1]);
}

/** With the options that `recommended` has. */
function plain(fixture: Fixture): Fixture {
  return Object.keys(fixture.options).length === 0 ? fixture : { ...fixture, options: {} };
}

/**
 * Checks every suggestion of a file: it parses, ends its finding, makes none, and is not offered again. Gives their number.
 */
export function checkSuggestions(fixture: Fixture): number {
  let count = 0;
  const given = plain(fixture);
  const before = runOwn(given);
  for (const message of before) {
    for (const { desc, fix, messageId } of message.suggestions ?? []) {
      count++;
      const text = applied(fixture.text, fix);
      const where = `${fixture.name}:${message.line} ${kindOf(message)} "${desc}"\n${text}`;
      const after = checkOwn({ ...given, text }, levelsOf(given));
      assert.ok(!after.some((each) => each.rule === null), `does not parse: ${where}`);
      assert.notEqual(text, fixture.text, `changes nothing: ${where}`);
      const left = LEFT[kindOf(message)];
      const expected = countsOf(before.map(kindOf));
      expected.set(kindOf(message), expected.get(kindOf(message))! - 1);
      if (left?.suggestion === messageId) expected.set(left.after, (expected.get(left.after) ?? 0) + 1);
      else assert.ok(after.length < before.length, `as many findings as before: ${where}`);
      for (const [kind, number] of countsOf(after.map(kindOfProblem)))
        assert.ok(number <= (expected.get(kind) ?? 0), `${kind} is new: ${where}`);
      for (const each of after) {
        const place = placeBefore(each.range[0], fix);
        if (place === null) continue;
        const kind = kindOfProblem(each);
        const same = before.some((other) => kindOf(other) === kind && offsetOf(other, fixture.text) === place);
        assert.ok(same, `${kind} is new at offset ${each.range[0]}: ${where}`);
      }
      const kind = kindOf(message);
      const offered = before.filter((each) => kindOf(each) === kind).flatMap((each) => each.suggestions ?? []);
      const still = after.filter((each) => kindOfProblem(each) === kind).flatMap((each) => each.suggestions());
      assert.ok(offersOf(messageId, still) < offersOf(messageId, offered), `is offered again: ${where}`);
    }
  }
  return count;
}

function offsetOf({ line, column }: Message, text: string): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

/** Where a place of the edited text was before; null inside the edit and at its ends. */
function placeBefore(place: number, { range: [start, end], text: added }: Fix): number | null {
  if (place < start) return place;
  return place > start + added.length ? place - added.length + (end - start) : null;
}
