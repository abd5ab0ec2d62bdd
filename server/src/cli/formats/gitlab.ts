import { createHash } from "node:crypto";
import { plainText } from "../../../../rules/src/problem.ts";
import { ruleId, shown } from "./words.ts";
import type { FormatInput } from "./input.ts";

/** A report of GitLab's code quality, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export function gitlab({ reports, cwd }: FormatInput): string {
  const seen = new Map<string, number>();
  const issues = reports.flatMap(({ path, text: code, problems }) => {
    const lines = code.split(/\r\n|[\n\r\u2028\u2029]/);
    const file = shown(path, cwd).replaceAll("\\", "/");
    return problems.map(({ severity, place, rule, text, help }) => {
      const check = rule === null ? "portreuse" : ruleId(rule);
      // Without the place, so that a finding stays the same one when lines above it come or go.
      const same = [check, file, (lines[place.line - 1] ?? "").trim()].join("\0");
      const count = seen.get(same) ?? 0;
      seen.set(same, count + 1);
      return {
        description: plainText(help === undefined ? text : `${text} ${help}`),
        check_name: check,
        fingerprint: createHash("sha256").update(`${same}\0${count}`).digest("hex"),
        severity: severity === 2 ? "major" : "minor",
        location: { path: file, lines: { begin: place.line, end: place.endLine } },
      };
    });
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
