import assert from "node:assert/strict";
import { printable, printableCode, printableInCode, printableLines } from "../src/printable.ts";

describe("words that may hold anything", () => {
  for (const [text, word, lines, code, inCode] of [
    [
      "plain `text` é 漢 😀",
      "plain `text` é 漢 😀",
      "plain `text` é 漢 😀",
      "plain `text` é 漢 😀",
      "plain 'text' é 漢 😀",
    ],
    ["a\nb", "a\\nb", "a\nb", "a\ufffdb", "a\\nb"],
    ["a\r\tb", "a\\r\\tb", "a\\r\\tb", "a\ufffd\tb", "a\\r\\tb"],
    ["\u001b[31m", "\\u{1b}[31m", "\\u{1b}[31m", "\ufffd[31m", "\\u{1b}[31m"],
    ["\u202e\u2066", "\\u{202e}\\u{2066}", "\\u{202e}\\u{2066}", "\ufffd\ufffd", "\\u{202e}\\u{2066}"],
    ["\u2028\u2029", "\\u{2028}\\u{2029}", "\\u{2028}\\u{2029}", "\ufffd\ufffd", "\\u{2028}\\u{2029}"],
    ["\ud83d", "\\u{d83d}", "\\u{d83d}", "\ufffd", "\\u{d83d}"],
  ] as const)
    it(JSON.stringify(text), () => {
      assert.equal(printable(text), word);
      assert.equal(printableLines(text), lines);
      assert.equal(printableCode(text), code);
      assert.equal(printableInCode(text), inCode);
    });
});
