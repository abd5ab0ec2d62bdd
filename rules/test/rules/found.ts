import assert from "node:assert/strict";
import { checkMessages } from "../../../server/src/lint/messages.ts";
import type { PackageJson, UserSettings } from "../../src/settings.ts";

/** Where a text stands, beside what it says. */
interface Around {
  path?: string;
  settings?: UserSettings;
  package?: PackageJson;
}

function messages(rule: string, text: string, { path = "src/a.mjs", settings = {}, package: manifest = {} }: Around) {
  return checkMessages({
    text,
    path,
    settings: { host: settings, hostName: "a test", package: manifest },
    levels: { [rule]: { level: "error" } },
  });
}

/** What one rule reports in a text: `messageId@line`, by commas. */
function found(rule: string, text: string, around: Around): string {
  return messages(rule, text, around)
    .map(({ messageId, message, line }) => `${messageId ?? message}@${line}`)
    .join();
}

/** Rows of code, after `before`, with what the rule reports; lines count from the code's first. */
export function table(
  title: string,
  rule: string,
  before: string,
  rows: readonly (readonly [code: string, expected: string, around?: Around])[],
  around: Around = {},
): void {
  const lines = before.split("\n").length - 1;
  describe(title, () => {
    for (const [code, expected, own = around] of rows)
      it(code, () => {
        const reported = found(rule, before + code, own);
        assert.equal(
          reported.replaceAll(/@(\d+)/g, (_, line) => `@${Number(line) - lines}`),
          expected,
        );
      });
  });
}

/** Rows of code, after `before`, with what the suggestions for the first thing that the rule reports make of it, in order. */
export function suggestions(
  title: string,
  rule: string,
  before: string,
  rows: readonly (readonly [code: string, results: readonly string[], around?: Around])[],
  around: Around = {},
): void {
  describe(title, () => {
    for (const [code, expected, own = around] of rows)
      it(code, () => {
        const text = before + code;
        const [first] = messages(rule, text, own);
        assert.ok(first, "it is reported");
        const results = (first.suggestions ?? []).map(
          ({ fix }) => text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]),
        );
        assert.deepEqual(
          results.map((each) => (each.startsWith(before) ? each.slice(before.length) : each)),
          expected,
        );
      });
  });
}

/** Rows of code, after `before`, with what the message of the first finding begins with, or what stands in it behind that. */
export function words(
  title: string,
  rule: string,
  before: string,
  rows: readonly (readonly [code: string, said: string, around?: Around])[],
): void {
  describe(title, () => {
    for (const [code, said, around = {}] of rows)
      it(`${said}: ${code}`, () => {
        const [first] = messages(rule, before + code, around);
        assert.ok(first?.message.includes(said), first?.message);
      });
  });
}
