import assert from "node:assert/strict";
import { checkMessages } from "../../../server/src/lint/messages.ts";

/** What one rule reports in a text: `messageId@line`, by commas. */
function found(rule: string, text: string, path = "src/a.mjs"): string {
  return checkMessages({
    text,
    path,
    settings: { host: {}, hostName: "a test", package: {} },
    levels: { [rule]: { level: "error" } },
  })
    .map(({ messageId, message, line }) => `${messageId ?? message}@${line}`)
    .join();
}

/** Rows of code, after `before`, with what the rule reports; lines count from the code's first. */
export function table(title: string, rule: string, before: string, rows: readonly (readonly [string, string])[]): void {
  const lines = before.split("\n").length - 1;
  describe(title, () => {
    for (const [code, expected] of rows)
      it(code, () => {
        const reported = found(rule, before + code);
        assert.equal(
          reported.replaceAll(/@(\d+)/g, (_, line) => `@${Number(line) - lines}`),
          expected,
        );
      });
  });
}
