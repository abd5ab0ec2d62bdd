import { readFileSync } from "node:fs";
import { join } from "node:path";
import { reasonOf } from "../../../rules/src/program/read-file.ts";
import { relativePath } from "./formats/words.ts";
import type { Configured, FileReport } from "./scan-types.ts";

/** https://eslint.org/docs/latest/use/suppressions */
const FILE = "eslint-suppressions.json";

/** How many errors of a rule are suppressed, by the path below the file's directory and the rule's full name. */
type Suppressions = Readonly<Record<string, Readonly<Record<string, { count: number }>>>>;

/**
 * Leaves out what ESLint's suppressions files hold: the errors of a rule in a file, unless there are more of them than
 * were suppressed. Only where an ESLint configuration is used.
 * @returns `problems`: files that cannot be read, one line each
 */
export function withoutSuppressed(
  reports: readonly FileReport[],
  configured: ReadonlyMap<string, Configured>,
): { reports: FileReport[]; problems: string[] } {
  const files = new Map<string, Suppressions>();
  const problems: string[] = [];
  const left = reports.flatMap((report) => {
    const found = configured.get(report.path);
    if (!found) return [report];
    let suppressions = files.get(found.directory);
    if (!suppressions) files.set(found.directory, (suppressions = read(join(found.directory, FILE), problems)));
    const kept = unsuppressed(report, found, suppressions);
    return kept.problems.length > 0 ? [kept] : [];
  });
  return { reports: left, problems };
}

function unsuppressed(report: FileReport, { directory, names }: Configured, suppressions: Suppressions): FileReport {
  const own = suppressions[relativePath(directory, report.path)];
  if (!own) return report;
  const errors = new Map<string, number>();
  for (const { rule, severity } of report.problems)
    if (rule !== null && severity === 2) errors.set(rule, (errors.get(rule) ?? 0) + 1);
  const isSuppressed = (rule: string) =>
    names.some((name) => (own[`${name}/${rule}`]?.count ?? 0) >= (errors.get(rule) as number));
  return {
    ...report,
    problems: report.problems.filter(({ rule, severity }) => rule === null || severity !== 2 || !isSuppressed(rule)),
  };
}

function read(path: string, problems: string[]): Suppressions {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      problems.push(`${path}: cannot be read: ${reasonOf(error)}.`);
    return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Suppressions;
    problems.push(`${path}: expected a JSON object.`);
  } catch {
    problems.push(`${path}: this is not JSON.`);
  }
  return {};
}
