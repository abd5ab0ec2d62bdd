import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearestPackage } from "../../rules/src/program/package-json.ts";
import { recommendedLevels } from "../../server/src/lint/levels.ts";
import { locate } from "../../server/src/lint/located.ts";
import { lineStartsOf } from "../../server/src/lint/parse.ts";
import { checkText } from "../../server/src/lint/problems.ts";
import { codeframe } from "../../server/src/cli/formats/codeframe.ts";

const workspace = "test-fixtures/workspace";

/** The findings that the README shows, one of every family. */
const SHOWN: Readonly<Record<string, readonly [file: string, rule: string]>> = {
  "output-listen": ["packages/http-api/src/server.ts", "require-reuse-option"],
  "output-connect": ["packages/crawler/src/crawl.ts", "no-bind-before-connect"],
  "output-misuse": ["packages/http-api/src/server.ts", "no-unguarded-reuse-port"],
};

/** Generated parts that show what `portreuse check` says of the sample workspace: name → content. */
export function outputSections(root: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(SHOWN).map(([name, [file, rule]]) => [name, `\`\`\`text\n${outputOf(root, file, rule)}\n\`\`\``]),
  );
}

/**
 * The first finding of a rule in a file of the workspace, as `npm start` prints it.
 * @throws Error when there is none.
 */
function outputOf(root: string, file: string, rule: string): string {
  const path = join(root, workspace, file);
  const text = readFileSync(path, "utf8");
  const problems = checkText({
    text,
    path: file,
    settings: { host: {}, hostName: "", package: nearestPackage(path) },
    levels: recommendedLevels(),
  });
  const problem = problems.find((each) => each.rule === rule);
  if (!problem) throw new Error(`${rule} finds nothing in ${file}.`);
  const report = { path: file, text, problems: [locate(problem, lineStartsOf(text), false)] };
  // Without the summary line that ends a report.
  return codeframe({ reports: [report], cwd: "", files: 1, colour: false })
    .trim()
    .replace(/\n\n✖.*$/s, "");
}
