import { writeFile } from "node:fs/promises";
import { version } from "node:os";
import { turnedRound, disagreements, show } from "./compare.ts";
import type { Observed } from "./experiment.ts";
import { experimentsHash } from "./hash.ts";
import { passed, type Report } from "./report.ts";

/** One report for a reader: a line, or with the calls that were made and what was expected of each outcome. */
export function describe(report: Report, inFull: boolean): string {
  const mark =
    report.notRun !== undefined
      ? `- ${report.fact}: not run, ${report.notRun}`
      : passed(report)
        ? `✔ ${report.fact} (${report.milliseconds} ms)`
        : `✘ ${report.fact}`;
  const failure = [...report.wrong, ...(report.error === undefined ? [] : [report.error])].map((line) => `    ${line}`);
  if (!inFull) return [mark, ...failure].join("\n");
  const outcomes = Object.entries(report.observed).map(
    ([name, value]) => `  ${name}: ${show(value)} (expected ${show(report.expected[name])})`,
  );
  return [
    `Linux ${report.kernel}, Node.js ${report.node}`,
    "",
    ...report.trace.map((line) => `  ${line}`),
    "",
    ...outcomes,
    "",
    mark,
    ...failure,
  ].join("\n");
}

/** `N passed, N failed`; what was not run counts as neither. */
export function summary(reports: readonly Report[]): string {
  const ran = reports.filter((each) => each.notRun === undefined);
  return `${ran.filter(passed).length} passed, ${ran.filter((each) => !passed(each)).length} failed`;
}

/**
 * Turns every expectation round, one at a time, and compares with what was seen.
 * @returns those that agree all the same, which would prove nothing
 */
export function survivors(report: Report): string[] {
  return Object.entries(report.expected).flatMap(([name, expected]) => {
    const lie = { ...report.expected, [name]: turnedRound(expected, report.observed[name] ?? null) };
    return disagreements(lie, report.observed).length > 0 ? [] : [`${report.fact}: ${name}`];
  });
}

/** What is recorded about one kernel. */
export interface Results {
  readonly kernel: string;
  /** `uname -v`, which on Debian names the version proper. */
  readonly build: string;
  readonly node: string;
  readonly experimentsHash: string;
  readonly facts: Readonly<Record<string, { pass: boolean; observed: Observed; notRun?: string }>>;
}

export async function writeResults(file: string, reports: readonly Report[]): Promise<void> {
  const facts = Object.fromEntries(
    reports.map((each) => [
      each.fact,
      { pass: passed(each), observed: each.observed, ...(each.notRun === undefined ? {} : { notRun: each.notRun }) },
    ]),
  );
  const results: Results = {
    kernel: reports[0]?.kernel ?? "",
    build: version(),
    node: process.version,
    experimentsHash: experimentsHash(),
    facts,
  };
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}
