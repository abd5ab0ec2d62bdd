import { runInNamespace, type Launcher } from "./namespace.ts";
import type { Report } from "./report.ts";
import type { Run } from "./run-types.ts";

export interface Plan {
  readonly launcher: Launcher;
  readonly bundle: string;
  readonly runs: readonly Run[];
  /** How many at a time. */
  readonly jobs: number;
  readonly env: NodeJS.ProcessEnv;
  readonly onReport?: (report: Report, run: Run) => void;
}

/** Runs experiments, each in its own namespace, a few at a time; the reports are in the order of the runs. */
export async function runAll({ launcher, bundle, runs, jobs, env, onReport }: Plan): Promise<Report[]> {
  const reports: Report[] = [];
  let next = 0;
  const work = async () => {
    for (let index = next++; index < runs.length; index = next++) {
      const run = runs[index] as Run;
      const report = await runInNamespace(launcher, run, bundle, env);
      reports[index] = report;
      onReport?.(report, run);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return reports;
}
