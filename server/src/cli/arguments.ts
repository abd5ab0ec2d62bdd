import type { ScanOptions } from "./scan-types.ts";
import { COMMON, oneWord, orProblem, readOptions, wholeNumber } from "./options.ts";

export const FORMATS = ["stylish", "codeframe", "json", "sarif", "github", "gitlab"] as const;
export type Format = (typeof FORMATS)[number];

export interface Arguments {
  paths: string[];
  format: Format;
  /** `name=level`, as written. */
  rules: readonly string[];
  maxWarnings: number | null;
  quiet: boolean;
  /** Check files that a machine has written as well. */
  includeGenerated: boolean;
  /** Apply the first suggestion of a finding: to the files, or to what a diff shows. */
  fix: "write" | "show" | null;
  /** The text comes from standard input, and this is its file's name. */
  stdin: string | null;
  /** What becomes of the project's ESLint configuration. */
  eslint: ScanOptions["eslint"];
  /** Check only what has changed since this commit. */
  since: string | null;
  colour: boolean | null;
}

const OPTIONS = {
  format: { type: "string", short: "f", takes: `a name: ${FORMATS.join(", ")}` },
  rule: { type: "string", multiple: true, takes: "name=level" },
  "max-warnings": { type: "string", takes: "a number of 0 or more" },
  quiet: { type: "boolean", short: "q" },
  "include-generated": { type: "boolean" },
  "fix-suggestions": { type: "boolean" },
  "dry-run": { type: "boolean" },
  stdin: { type: "boolean" },
  "stdin-filename": { type: "string", takes: "a file's name" },
  "eslint-config": { type: "boolean" },
  "no-eslint-config": { type: "boolean" },
  since: { type: "string", takes: "a commit, a branch or a tag" },
  ...COMMON,
} as const;

/** What `portreuse check` is asked for, as far as it makes sense, and a line for each thing that does not. */
export function readArguments(args: readonly string[]): { asked: Arguments; problems: string[] } {
  const problems: string[] = [];
  const { values, positionals: paths } = readOptions(args, OPTIONS, "check", problems);
  const fix = values["fix-suggestions"] === true;
  const dry = values["dry-run"] === true;
  const stdin = values.stdin === true;
  const filename = values["stdin-filename"];
  if (dry && !fix) problems.push("--dry-run goes with --fix-suggestions.");
  if (filename !== undefined && !stdin) problems.push("--stdin-filename goes with --stdin.");
  if (stdin) {
    if (paths.length > 0) problems.push(`--stdin takes no paths, and ${paths.join(", ")} was given.`);
    if (fix) problems.push("--stdin does not go with --fix-suggestions.");
    if (values.since !== undefined) problems.push("--stdin does not go with --since.");
  }
  const { format = "stylish", "max-warnings": most } = values;
  const asked: Arguments = {
    // The text was meant to come from standard input; the file that it stands for may be there.
    paths: paths.length > 0 ? paths : [filename ?? "."],
    format: orProblem(() => oneWord("format", format, FORMATS), problems) ?? "stylish",
    rules: values.rule ?? [],
    maxWarnings: most === undefined ? null : orProblem(() => wholeNumber("--max-warnings", most), problems),
    quiet: values.quiet === true,
    includeGenerated: values["include-generated"] === true,
    fix: fix && !stdin ? (dry ? "show" : "write") : null,
    stdin: stdin ? (filename ?? "stdin.js") : null,
    eslint: values["no-eslint-config"] === true ? "ignore" : values["eslint-config"] === true ? "use" : "mention",
    since: values.since ?? null,
    colour: colourOf(values),
  };
  return { asked, problems };
}

/** What --color and --no-color ask for; null where neither is given. */
export function colourOf(values: { color?: boolean; "no-color"?: boolean }): boolean | null {
  return values["no-color"] === true ? false : values.color === true ? true : null;
}
