import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Linter } from "eslint";
import plugin from "../src/eslint.ts";
import { isGenerated } from "../src/generated.ts";

const LISTEN = 'require("http").createServer().listen(3000);';

describe("generated files", () => {
  const cases: [name: string, text: string, generated: boolean][] = [
    ["an empty file", "", false],
    ["a line of 5,000 characters", "x".repeat(5_000), false],
    ["a line of one more", "x".repeat(5_001), true],
    ["such a line behind a licence", `/*! MIT */\n${"x".repeat(5_001)}`, true],
    [
      "such a line before a comment that names the source map",
      `${"x".repeat(5_001)}\n//# sourceMappingURL=a.js.map\n`,
      true,
    ],
    [
      "a long line in a file that is mostly code: a picture in a string",
      `${"x".repeat(6_000)}\n${"code();\n".repeat(1_000)}`,
      false,
    ],
    ["long lines of which none is most of the file", `${"x".repeat(6_000)}\n`.repeat(3), false],
    ["a megabyte of short lines", "code();\n".repeat(125_000), false],
    ["more than a megabyte", "code();\n".repeat(125_001), true],
  ];
  for (const [name, text, generated] of cases)
    it(`${generated ? "are" : "are not"}: ${name}`, () => assert.equal(isGenerated(text), generated));

  it("are passed over by the plugin without a word", () => {
    // What lies around a file is looked through to find out what runs it, so nothing may.
    const cwd = mkdtempSync(join(tmpdir(), "portreuse-generated-"));
    const lint = (text: string) =>
      new Linter({ cwd }).verify(text, [{ ...(plugin.configs.recommended as Linter.Config) }], join(cwd, "a.js"));
    try {
      assert.equal(lint(LISTEN).length, 1);
      assert.deepEqual(lint(`${LISTEN};${"/**/".repeat(2_000)}`), []);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });
});
