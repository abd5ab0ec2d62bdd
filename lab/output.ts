import { writeFile } from "node:fs/promises";
import { version } from "node:os";
import { show } from "./compare.ts";
import type { Observed } from "./experiment.ts";
import { failure, passed, type Report } from "./report.ts";

/** One report for a reader: a line, or with the calls that were made and what was expected of each outcome. */
export function describe(report: Report, inFull: boolean): string {
  const name = report.isControl ? `${report.fact}, its control` : report.fact;
  const mark =
    report.notRun !== undefined
      ? `- ${name}: not run, ${report.notRun}`
      : passed(report)
        ? `✔ ${name} (${report.milliseconds} ms)`
        : `✘ ${name}`;
  const why = report.notRun === undefined ? failure(report) : null;
  const failed = why === null ? [] : why.split("\n").map((line) => `    ${line}`);
  if (!inFull) return [mark, ...failed].join("\n");
  const outcomes = Object.entries(report.observed).map(
    ([name, value]) => `  ${name}: ${show(value)} (expected ${show(report.expected[name])})`,
  );
  return [
    `Linux ${report.kernel}, Node.js ${report.node}`,
    "",
    ...report.trace.map((line) => `  ${line}`),
    "",
    ...outcomes,
    ...(report.refused === undefined ? [] : [`  refused: ${report.refused}`]),
    "",
    mark,
    ...failed,
  ].join("\n");
}

/** `N passed, N failed`; what was not run counts as neither. */
export function summary(reports: readonly Report[]): string {
  const ran = reports.filter((each) => each.notRun === undefined);
  return `${ran.filter(passed).length} passed, ${ran.filter((each) => !passed(each)).length} failed`;
}

/** What is recorded about one kernel. */
export interface Results {
  readonly kernel: string;
  /** `uname -v`, which on Debian names the version proper. */
  readonly build: string;
  readonly node: string;
  readonly facts: Readonly<Record<string, Recorded>>;
}

interface Recorded {
  readonly pass: boolean;
  /** Of the experiment that was run; one with another hash has not been run there. */
  readonly hash: string;
  readonly observed: Observed;
  readonly notRun?: string;
}

/** @param hashes of the experiments, by fact */
export async function writeResults(
  file: string,
  reports: readonly Report[],
  hashes: Readonly<Record<string, string>>,
): Promise<void> {
  const facts = Object.fromEntries(
    reports.map((report): [string, Recorded] => [
      report.fact,
      {
        pass: passed(report),
        hash: hashes[report.fact] ?? "",
        observed: report.observed,
        ...(report.notRun === undefined ? {} : { notRun: report.notRun }),
      },
    ]),
  );
  const results: Results = {
    kernel: reports[0]?.kernel ?? "",
    build: version(),
    node: process.version,
    facts,
  };
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}
