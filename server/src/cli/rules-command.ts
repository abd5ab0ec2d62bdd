import { rules } from "../../../rules/src/rules/index.ts";
import { colourOf } from "./arguments.ts";
import { hasColour } from "./colour.ts";
import { painter } from "./formats/words.ts";
import { COMMON, oneWord, orProblem, readOptions } from "./options.ts";
import { say, type Streams } from "./streams.ts";

const OPTIONS = {
  format: { type: "string", short: "f", takes: "a name: text, json" },
  ...COMMON,
} as const;

/** `portreuse rules`: a line for each rule, with its severity in `recommended`. `wrong`: see `main`. */
export function rulesCommand(args: readonly string[], streams: Streams, _cwd: string, wrong: string[]): number {
  const { values, positionals } = readOptions(args, OPTIONS, "rules", wrong);
  if (positionals.length > 0)
    wrong.push(`rules takes no names; portreuse explain ${positionals[0]} shows the page about one.`);
  const format = orProblem(() => oneWord("format", values.format ?? "text", ["text", "json"]), wrong);
  const rows = rules.map(({ name, meta }) => ({
    name,
    severity: meta.recommended,
    description: meta.description.replaceAll("`", ""),
  }));
  if (format === "json") return say(streams, `${JSON.stringify(rows, null, 2)}\n`);
  const paint = painter(hasColour(streams.out, colourOf(values)));
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(
    ({ name, severity, description }) =>
      `${paint("bold", name.padEnd(width))}  ${paint(severity === "error" ? "red" : "yellow", severity.padEnd(5))}  ${description}\n`,
  );
  return say(streams, `${lines.join("")}\nportreuse explain RULE shows the page about one.\n`);
}
