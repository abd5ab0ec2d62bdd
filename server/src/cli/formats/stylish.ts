import type { FormatInput } from "../formats.ts";
import { painter, shown, summary } from "./words.ts";

/** For people: a file, then a line for each finding, as ESLint's formatter of this name sets them. */
export function stylish(input: FormatInput): string {
  if (input.reports.length === 0) return "";
  const paint = painter(input.colour);
  const blocks = input.reports.map(({ path, reports }) => {
    const rows = reports.map(({ message: { line, column, severity, message, ruleId } }) => ({
      place: `${line}:${column}`,
      level: severity === 2 ? "error" : "warning",
      severity,
      message,
      ruleId,
    }));
    const width = Math.max(...rows.map((row) => row.place.length));
    const lines = rows.map(
      ({ place, level, severity, message, ruleId }) =>
        `  ${paint("dim", place.padStart(width))}  ${paint(severity === 2 ? "red" : "yellow", level.padEnd(7))}  ${message}${ruleId ? `  ${paint("dim", ruleId)}` : ""}`,
    );
    return [paint("underline", shown(path, input.cwd)), ...lines].join("\n");
  });
  return `\n${blocks.join("\n\n")}\n\n${paint("bold", `✖ ${summary(input)}`)}\n`;
}
