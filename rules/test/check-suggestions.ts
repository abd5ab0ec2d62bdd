import assert from "node:assert/strict";
import type { Message } from "../../server/src/lint/messages.ts";
import type { Fixture } from "./fixtures.ts";
import { runOwn } from "./hosts.ts";

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

/** How often each kind of finding is there. */
function countsOf(messages: readonly Message[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const each of messages) counts.set(kindOf(each), (counts.get(kindOf(each)) ?? 0) + 1);
  return counts;
}

type Fix = NonNullable<Message["suggestions"]>[number]["fix"];

function applied(text: string, { range, text: added }: Fix): string {
  return text.slice(0, range[0]) + added + text.slice(range[1]);
}

/** With the options that `recommended` has. */
function check(fixture: Fixture, text = fixture.text): readonly Message[] {
  const isItself = text === fixture.text && Object.keys(fixture.options).length === 0;
  return runOwn(isItself ? fixture : { ...fixture, options: {}, text });
}

/**
 * Checks every suggestion of a file: it parses, ends its finding, makes none, and is not offered again. Gives their number.
 */
export function checkSuggestions(fixture: Fixture): number {
  let count = 0;
  const before = check(fixture);
  for (const message of before) {
    for (const { desc, fix, messageId } of message.suggestions ?? []) {
      count++;
      const text = applied(fixture.text, fix);
      const where = `${fixture.name}:${message.line} ${kindOf(message)} "${desc}"\n${text}`;
      const after = check(fixture, text);
      assert.ok(!after.some((each) => each.ruleId === null), `does not parse: ${where}`);
      assert.notEqual(text, fixture.text, `changes nothing: ${where}`);
      const left = LEFT[kindOf(message)];
      const expected = countsOf(before);
      expected.set(kindOf(message), expected.get(kindOf(message))! - 1);
      if (left?.suggestion === messageId) expected.set(left.after, (expected.get(left.after) ?? 0) + 1);
      else assert.ok(after.length < before.length, `as many findings as before: ${where}`);
      for (const [kind, number] of countsOf(after))
        assert.ok(number <= (expected.get(kind) ?? 0), `${kind} is new: ${where}`);
      for (const each of after) {
        const place = placeBefore(offsetOf(each, text), fix);
        if (place === null) continue;
        const same = before.some((other) => kindOf(other) === kindOf(each) && offsetOf(other, fixture.text) === place);
        assert.ok(same, `${kindOf(each)} is new in line ${each.line}: ${where}`);
      }
      const offers = (messages: readonly Message[]) =>
        messages
          .filter((each) => kindOf(each) === kindOf(message))
          .flatMap((each) => each.suggestions ?? [])
          .filter((each) => each.messageId === messageId).length;
      assert.ok(offers(after) < offers(before), `is offered again: ${where}`);
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
