import { printableLines } from "../../../../rules/src/printable.ts";
import { plainText } from "../../../../rules/src/problem.ts";
import { ruleId, shown } from "./words.ts";
import type { FormatInput } from "./input.ts";

/** Workflow commands: GitHub Actions shows them as annotations at the code. */
export function github({ reports, cwd }: FormatInput): string {
  const lines = reports.flatMap(({ path, problems }) =>
    problems.map(({ severity, place, rule, text, help }) => {
      const properties = {
        file: printableLines(shown(path, cwd)).replaceAll("\\", "/"),
        line: place.line,
        endLine: place.endLine,
        col: place.column,
        endColumn: place.endColumn,
        title: rule === null ? "portreuse" : ruleId(rule),
      };
      const written = Object.entries(properties).map(
        ([name, value]) => `${name}=${escaped(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
      );
      return `::${severity === 2 ? "error" : "warning"} ${written.join(",")}::${escaped(plainText(help === undefined ? text : `${text}\n${help}`))}\n`;
    }),
  );
  return lines.join("");
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
