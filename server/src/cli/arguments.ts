import { parseArgs } from "node:util";
import { quoted, suggestion } from "../nearest.ts";

export const FORMATS = ["stylish", "codeframe", "json", "sarif", "github"] as const;
export type Format = (typeof FORMATS)[number];

export interface Arguments {
  paths: string[];
  format: Format;
  /** `name=level`, as written. */
  rules: string[];
  maxWarnings: number | null;
  quiet: boolean;
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
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** What a command line asks for. @throws UsageError */
export function readArguments(args: readonly string[]): Arguments | "help" | "version" {
  const { values, positionals } = parse(args);
  if (values.help === true || args.length === 0) return "help";
  if (values.version === true) return "version";
  const [command, ...paths] = positionals;
  if (command === undefined) throw new UsageError("no command; there is check: portreuse check [paths…].");
  if (command !== "check")
    throw new UsageError(`no command ${quoted(command)}; there is check: portreuse check [paths…].`);
  const format = values.format ?? "stylish";
  if (!isFormat(format)) throw new UsageError(`no format ${quoted(format)}; ${suggestion(format, FORMATS)}.`);
  return {
    paths: paths.length > 0 ? paths : ["."],
    format,
    rules: values.rule ?? [],
    maxWarnings: count(values["max-warnings"]),
    quiet: values.quiet === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(?:-\w, )?(--?[\w-]*[^' =]*)/.exec(message)?.[1] ?? "";
    if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
      throw new UsageError(
        `no option ${quoted(option)}; ${suggestion(
          option,
          Object.keys(OPTIONS).map((name) => `--${name}`),
        )}.`,
      );
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
