import { parseArgs } from "node:util";
import { didYouMean, quoted } from "../nearest.ts";

export const FORMATS = ["stylish", "codeframe", "json", "sarif", "github"] as const;
export type Format = (typeof FORMATS)[number];

export interface Arguments {
  paths: string[];
  format: Format;
  /** `name=level`, as written. */
  rules: string[];
  maxWarnings: number | null;
  quiet: boolean;
  /** Check files that a machine has written as well. */
  includeGenerated: boolean;
}

/** Wrong use of the command line: one line for the user, and exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const OPTIONS = {
  format: { type: "string", short: "f" },
  rule: { type: "string", multiple: true },
  "max-warnings": { type: "string" },
  quiet: { type: "boolean", short: "q" },
  "include-generated": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;
const OPTION_NAMES = Object.keys(OPTIONS).map((name) => `--${name}`);

/** What a command line asks for. @throws UsageError */
export function readArguments(args: readonly string[]): Arguments | "help" | "version" {
  const { values, positionals } = parse(args);
  if (values.help === true || args.length === 0) return "help";
  if (values.version === true) return "version";
  const [command, ...paths] = positionals;
  if (command === undefined) throw new UsageError("Missing command; expected portreuse check [paths…].");
  if (command !== "check")
    throw new UsageError(`Unknown command ${quoted(command)}; expected portreuse check [paths…].`);
  const format = values.format ?? "stylish";
  if (!isFormat(format)) throw new UsageError(`Unknown format ${quoted(format)}. ${didYouMean(format, FORMATS)}`);
  return {
    paths: paths.length > 0 ? paths : ["."],
    format,
    rules: values.rule ?? [],
    maxWarnings: count(values["max-warnings"]),
    quiet: values.quiet === true,
    includeGenerated: values["include-generated"] === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(?:-\w, )?(--?[\w-]*[^' =]*)/.exec(message)?.[1] ?? "";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
      throw new UsageError(`Unknown option ${quoted(option)}. ${didYouMean(option, OPTION_NAMES)}`);
    const takes = TAKES[option.slice(2)];
    throw new UsageError(takes === undefined ? `${option} takes no value.` : `${option} takes ${takes}.`);
  }
}

/** What stands behind an option. */
const TAKES: Readonly<Record<string, string>> = {
  format: `a name: ${FORMATS.join(", ")}`,
  rule: "name=level",
  "max-warnings": "a number of 0 or more",
};

function isFormat(format: string): format is Format {
  return (FORMATS as readonly string[]).includes(format);
}

function count(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d+$/.test(text)) throw new UsageError(`--max-warnings takes a number of 0 or more, not ${quoted(text)}.`);
  return Number(text);
}
