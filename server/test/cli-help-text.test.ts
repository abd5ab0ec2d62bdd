import assert from "node:assert/strict";
import { FORMATS } from "../src/cli/arguments.ts";
import { render } from "../src/cli/formats.ts";
import type { LocatedProblem } from "../src/lint/located.ts";

const TEXT = "http.createServer().listen(3000);\n";
const PROBLEM: LocatedProblem = {
  rule: "require-reuse-option",
  severity: 1,
  messageId: "noPolicy",
  data: {},
  range: [20, 26],
  place: { line: 1, column: 21, endLine: 1, endColumn: 27 },
  text: "The port is not shared.",
  help: "State `reusePort`.",
  facts: [],
  related: [],
  suggestions: [],
};

const rendered = (problem: LocatedProblem, format: (typeof FORMATS)[number]) =>
  render(format, {
    reports: [{ path: "/x/a.js", text: TEXT, problems: [problem] }],
    cwd: "/x",
    files: 1,
    checked: ["/x/a.js"],
    problems: [],
    colour: false,
  });

describe("what to do about a problem", () => {
  const expected: Record<(typeof FORMATS)[number], RegExp> = {
    stylish:
      /\n {2}1:21 {2}warning {2}The port is not shared\. {2}portreuse\/require-reuse-option\n {17}help: State reusePort\.\n/,
    codeframe: /\nThe port is not shared\.\n[^=]*\^{6}\n[^=^]*\n= help: State reusePort\.\n/,
    json: /"message":"The port is not shared\. State `reusePort`\."/,
    sarif:
      /"text": "The port is not shared\. State reusePort\.",\s+"markdown": "The port is not shared\. State `reusePort`\."/,
    gitlab: /"description": "The port is not shared\. State reusePort\."/,
    github: /::The port is not shared\.%0AState reusePort\.\n/,
  };
  for (const format of FORMATS)
    it(`stands behind what is wrong, as ${format}`, async () =>
      assert.match(await rendered(PROBLEM, format), expected[format]));

  it("stands below the first of the findings of a file that have it, in stylish", async () => {
    const other = { ...PROBLEM, help: "Do something else." };
    const text = await render("stylish", {
      reports: [
        { path: "/x/a.js", text: TEXT, problems: [PROBLEM, PROBLEM, other, PROBLEM] },
        { path: "/x/b.js", text: TEXT, problems: [PROBLEM] },
      ],
      cwd: "/x",
      files: 2,
      checked: ["/x/a.js", "/x/b.js"],
      problems: [],
      colour: false,
    });
    assert.deepEqual(
      text.split("\n").flatMap((line) => /^\S+\.js$|(?<=^ +)(?:1:21|help: .*)/.exec(line)?.[0] ?? []),
      [
        ...["a.js", "1:21", "help: State reusePort.", "1:21", "1:21", "help: Do something else.", "1:21"],
        ...["b.js", "1:21", "help: State reusePort."],
      ],
    );
  });

  it("is not spoken of where a rule has no such words", async () => {
    const { help: _help, ...bare } = PROBLEM;
    for (const format of FORMATS) {
      // The pages of the rules, which SARIF holds too, may have these words.
      const text = (await rendered(bare, format)).replace(/"rules": \[[^]*?^ {10}\]/m, "");
      assert.doesNotMatch(text, /help:|undefined/, format);
    }
  });
});
