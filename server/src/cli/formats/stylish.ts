import { printable } from "../../../../rules/src/printable.ts";
import { plainText } from "../../../../rules/src/problem.ts";
import { elsewhere, painter, ruleId, shown, summary } from "./words.ts";
import type { FormatInput } from "./input.ts";

/**
 * For people: a file, then a line for each finding, as ESLint's formatter of this name sets them. What to do stands below
 * the first finding of a file that asks for it.
 */
export function stylish(input: FormatInput): string {
  if (input.reports.length === 0) return "";
  const paint = painter(input.colour);
  const blocks = input.reports.map(({ path, problems }) => {
    const rows = problems.map((problem) => ({
      place: `${problem.place.line}:${problem.place.column}`,
      level: problem.severity === 2 ? "error" : "warning",
      notes: elsewhere(problem, input.cwd),
      problem,
    }));
    const width = Math.max(...rows.map((row) => row.place.length));
    const advised = new Set<string>();
    const advice = (help: string | undefined): string[] => {
      if (help === undefined || advised.has(help)) return [];
      advised.add(help);
      return [`${" ".repeat(width + 13)}${paint("cyan", "help:")} ${plainText(help)}`];
    };
    const lines = rows.flatMap(({ place, level, notes, problem: { severity, text, help, rule } }) => [
      `  ${paint("dim", place.padStart(width))}  ${paint(severity === 2 ? "red" : "yellow", level.padEnd(7))}  ${plainText(text)}` +
        (rule === null ? "" : `  ${paint("dim", ruleId(rule))}`),
      // Below the message and as far in.
      ...notes.map((note) => `${" ".repeat(width + 13)}${paint("cyan", "note:")} ${note}`),
      ...advice(help),
    ]);
    return [paint("underline", printable(shown(path, input.cwd))), ...lines].join("\n");
  });
  return `\n${blocks.join("\n\n")}\n\n${paint("bold", `✖ ${summary(input)}`)}\n`;
}
