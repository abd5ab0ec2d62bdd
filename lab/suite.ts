import Mocha from "mocha";
import assert from "node:assert/strict";
import { groups } from "../rules/src/kernel/fact.ts";
import { fact, type FactId } from "../rules/src/kernel/facts.ts";
import { show, turnedRound } from "./compare.ts";
import { experiments } from "./experiments/index.ts";
import type { Launcher } from "./namespace.ts";
import { survivors } from "./output.ts";
import { runAll, type Run } from "./pool.ts";
import { passed, type Report } from "./report.ts";

export interface Suite {
  readonly launcher: Launcher;
  readonly bundle: string;
  readonly env: NodeJS.ProcessEnv;
  /** The Node.js that runs all experiments. */
  readonly node: string;
  /** Others by name; they run the experiments about Node.js. */
  readonly others: Readonly<Record<string, string>>;
  /** Whether to print each expectation that was turned round. */
  readonly mutants: boolean;
}

/**
 * Runs every experiment as a mocha test of its own, then turns each expectation round and asks for a failure.
 * The last line printed is `N passed, N failed`; what could not be run counts as neither.
 * @returns the reports of the first Node.js, by experiment
 */
export async function runSuite({
  launcher,
  bundle,
  env,
  node,
  others,
  mutants,
}: Suite): Promise<{ failures: number; reports: Report[] }> {
  const runs: (Run & { fact: FactId; name: string })[] = [
    ...experiments.map(({ fact }) => ({ fact, node, name: fact })),
    ...Object.entries(others).flatMap(([name, path]) =>
      experiments
        .filter(({ about }) => about === "node")
        .map(({ fact }) => ({ fact, node: path, name: `${fact} on ${name}` })),
    ),
  ];
  const settle = new Map<Run, (report: Report) => void>();
  const reportOf = new Map<Run, Promise<Report>>(
    runs.map((run) => [run, new Promise((resolve) => settle.set(run, resolve))]),
  );
  const all = runAll({ launcher, bundle, env, runs, jobs: 2, onReport: (report, run) => settle.get(run)?.(report) });

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
          assert.ok(
            passed(report),
            ["", ...report.wrong, report.error ?? "", ...report.trace.slice(-20)].join("\n    "),
          );
        }),
      );
    }
  }
  const turned = Mocha.Suite.create(mocha.suite, "Each expectation turned round makes its experiment fail");
  for (const run of runs.filter(({ node: path }) => path === node)) {
    turned.addTest(
      new Mocha.Test(run.name, async function (this: Mocha.Context) {
        const report = (await reportOf.get(run)) as Report;
        if (!passed(report)) return this.skip();
        if (mutants)
          for (const [name, expected] of Object.entries(report.expected))
            console.log(
              `      ${name}: ${show(expected)} → ${show(turnedRound(expected, report.observed[name] ?? null))}, and it fails`,
            );
        assert.ok(Object.keys(report.expected).length > 0, "nothing was expected");
        assert.deepEqual(survivors(report), []);
      }),
    );
  }

  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats as Mocha.Stats));
  });
  const reports = (await all).slice(0, experiments.length);
  for (const line of skipped) console.log(`not run: ${line}`);
  console.log(`${stats.passes} passed, ${stats.failures} failed`);
  return { failures: stats.failures, reports };
}
