import type { FormatInput } from "../formats.ts";
import { shown } from "./words.ts";

/** Workflow commands: GitHub Actions shows them as annotations at the code. */
export function github({ reports, cwd }: FormatInput): string {
  const lines = reports.flatMap(({ path, reports: inFile }) =>
    inFile.map(({ message: { severity, line, column, endLine, endColumn, ruleId, message } }) => {
      const properties = {
        file: shown(path, cwd).replaceAll("\\", "/"),
        line,
        endLine: endLine ?? line,
        col: column,
        endColumn: endColumn ?? column,
        title: ruleId ?? "portreuse",
      };
      const written = Object.entries(properties).map(
        ([name, value]) => `${name}=${escaped(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`,
      );
      return `::${severity === 2 ? "error" : "warning"} ${written.join(",")}::${escaped(message)}\n`;
    }),
  );
  return lines.join("");
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
