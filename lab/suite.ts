import Mocha from "mocha";
import { groups } from "../rules/src/kernel/fact.ts";
import { fact, type FactId } from "../rules/src/kernel/facts.ts";
import { experiments } from "./experiments/index.ts";
import type { Launcher } from "./namespace.ts";
import { runAll } from "./pool.ts";
import { failure, type Report } from "./report.ts";
import type { Run } from "./run-types.ts";

export interface Suite {
  readonly launcher: Launcher;
  readonly bundle: string;
  readonly env: NodeJS.ProcessEnv;
  /** The Node.js that runs all experiments. */
  readonly node: string;
  /** Others by name; they run the experiments about Node.js. */
  readonly others: Readonly<Record<string, string>>;
}

/**
 * Runs every experiment as a mocha test of its own, and its control as another one, which has to come out differently.
 * The last line printed is `N passed, N failed`; what could not be run counts as neither.
 * @returns the reports of the first Node.js, by experiment
 */
export async function runSuite({
  launcher,
  bundle,
  env,
  node,
  others,
}: Suite): Promise<{ failures: number; reports: Report[] }> {
  const nodes: [suffix: string, path: string][] = [
    ["", node],
    ...Object.entries(others).map(([name, path]): [string, string] => [` on ${name}`, path]),
  ];
  const runs = nodes.flatMap(([suffix, path]) =>
    experiments
      .filter(({ about }) => path === node || about === "node")
      .flatMap(({ fact, control }): (Run & { fact: FactId; name: string })[] => [
        { fact, node: path, name: `${fact}${suffix}` },
        ...(control === undefined
          ? []
          : [{ fact, node: path, control: true, name: `${fact}${suffix}, with its mechanism removed` }]),
      ]),
  );
  const settle = new Map<Run, (report: Report) => void>();
  const reportOf = new Map<Run, Promise<Report>>(
    runs.map((run) => [run, new Promise((resolve) => settle.set(run, resolve))]),
  );
  const all = runAll({ launcher, bundle, env, runs, jobs: 4, onReport: (report, run) => settle.get(run)?.(report) });

  const mocha = new Mocha({ reporter: "spec", timeout: 0, slow: 5000 });
  const skipped = new Set<string>();
  for (const [group, title] of Object.entries(groups)) {
    const suite = Mocha.Suite.create(mocha.suite, title);
    for (const run of runs.filter((each) => fact(each.fact).group === group)) {
      suite.addTest(
        new Mocha.Test(run.name, async function (this: Mocha.Context) {
          const report = (await reportOf.get(run)) as Report;
          if (report.notRun !== undefined) {
            skipped.add(`${run.name}: ${report.notRun}`);
            return this.skip();
          }
          const why = failure(report);
          if (why !== null) throw new Error(["", ...why.split("\n"), ...report.trace.slice(-20)].join("\n    "));
        }),
      );
    }
  }
  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  const reports = (await all).filter((_, index) => runs[index]?.node === node && runs[index]?.control !== true);
  for (const line of skipped) console.log(`not run: ${line}`);
  console.log(`${stats.passes} passed, ${stats.failures} failed`);
  return { failures: stats.failures, reports };
}
