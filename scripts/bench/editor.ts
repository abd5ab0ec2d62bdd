import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { TextDocument } from "vscode-languageserver-textdocument";
import plugin from "../../rules/src/eslint.ts";
import { recommendedLevels } from "../../server/src/lint/levels.ts";
import { diagnose, parseDocument, type Project } from "../../server/src/service/index.ts";
import { sourceOf } from "./source.ts";

/** Lines of a file, and how many keystrokes are timed in it. A third as many come before, so that the code is compiled by then. */
const SIZES = [
  [100, 120],
  [1000, 45],
  [5000, 15],
] as const;

const project: Project = {
  path: "src/server.ts",
  settings: { host: {}, hostName: "portreuse", package: null },
  levels: recommendedLevels(),
  page: (rule) => rule,
};

const linter = new Linter();
const config: Linter.Config[] = [
  {
    files: ["**/*.ts"],
    languageOptions: { parser: parser as Linter.Parser },
    ...(plugin.configs.recommended as Linter.Config),
  },
];

/**
 * From a keystroke to the findings: the language service against ESLint's Linter with the same rules, in one process and in turns.
 * Prints the median of both in milliseconds and their ratio.
 * @throws Error when the two do not find the same.
 */
export function editorBench(): void {
  console.log("From a keystroke to the findings (median):");
  console.log("   lines   language service   ESLint's Linter   ratio");
  for (const [lines, strokes] of SIZES) {
    const text = sourceOf(lines);
    const warm = strokes / 3;
    const times = { ours: [] as number[], theirs: [] as number[] };
    for (let stroke = 0; stroke < warm + strokes; stroke++) {
      const changed = typed(text, stroke);
      const [ours, mine] = timed(() => service(changed, stroke));
      const [theirs, others] = timed(() => eslint(changed));
      if (mine.length === 0 || mine.join("\n") !== others.join("\n"))
        throw new Error(`Not the same findings in ${lines} lines:\n${mine.join("\n")}\n—\n${others.join("\n")}`);
      if (stroke < warm) continue;
      times.ours.push(ours);
      times.theirs.push(theirs);
    }
    const [ours, theirs] = [median(times.ours), median(times.theirs)];
    console.log(
      [
        String(lines).padStart(8),
        `${ours.toFixed(2)} ms`.padStart(19),
        `${theirs.toFixed(2)} ms`.padStart(18),
        (theirs / ours).toFixed(1).padStart(8),
      ].join(""),
    );
  }
}

/** The text after one more letter of a name has been typed, somewhere in the second half. */
function typed(text: string, stroke: number): string {
  const at = text.indexOf("const rows", Math.floor(text.length / 2)) + "const rows".length;
  return `${text.slice(0, at)}${"x".repeat(stroke % 7)}${text.slice(at)}`;
}

function service(text: string, version: number): string[] {
  const document = TextDocument.create("file:///project/src/server.ts", "typescript", version, text);
  return diagnose(document, parseDocument(document, project.path), project).map(
    ({ diagnostic: { range, code, message } }) =>
      `${range.start.line + 1}:${range.start.character + 1} portreuse/${code} ${(typeof message === "string" ? message : message.value).replace(/\s+/g, " ")}`,
  );
}

function eslint(text: string): string[] {
  return (
    linter
      .verify(text, config, "src/server.ts")
      // Where diagnostics have plain text, ESLint has Markdown in one line.
      .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId} ${message.replaceAll("`", "")}`)
  );
}

function timed<T>(run: () => T): [milliseconds: number, result: T] {
  const started = performance.now();
  const result = run();
  return [performance.now() - started, result];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
