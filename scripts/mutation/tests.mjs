// The tests as Mocha has them in one process, to be run over and over: all of them once to see which mutants they reach, then for a
// mutant those that reach it, the quickest file first, until one fails.
import Mocha from "mocha";

/** Stryker's switches look at this object. */
const switches = (globalThis.__stryker__ ??= {});

const allSuites = (suite) => [suite, ...suite.suites.flatMap(allSuites)];

/** Loads the files; tests that stand outside of a `describe` get a suite, so that every file can be run by itself. */
export async function load(files) {
  const mocha = new Mocha({ timeout: 120_000, reporter: class {} });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const root = mocha.suite;
  const loose = new Map();
  for (const test of root.tests) {
    const suite = loose.get(test.file) ?? Mocha.Suite.create(root, test.file);
    suite.file = test.file;
    loose.set(test.file, suite);
    suite.addTest(test);
  }
  root.tests = [];
  for (const suite of allSuites(root)) suite.bail(true);
  const whole = new Map(allSuites(root).map((suite) => [suite, { suites: suite.suites, tests: suite.tests }]));
  const tests = allSuites(root).flatMap((suite) => suite.tests);
  return { root, whole, tests, ids: new Map(tests.map((test, id) => [test, String(id)])) };
}

function run(root, listen) {
  root.reset();
  return new Promise((resolve) => {
    const runner = new Mocha.Runner(root, { cleanReferencesAfterRun: false });
    listen(runner);
    runner.run(() => {
      runner.dispose();
      resolve();
    });
  });
}

/**
 * All tests without a mutant.
 * @returns for each mutant the tests that reach it and how often it was reached; for each test how long it took in ms, undefined where
 *   it did not pass; the mutants that loading the files reached
 */
export async function dryRun({ root, whole, tests, ids }) {
  const suites = [...whole.keys()];
  for (const suite of suites) suite.bail(false);
  switches.mutantCoverage ??= { static: {}, perTest: {} };
  const times = tests.map(() => undefined);
  const failures = [];
  await run(root, (runner) => {
    runner.on("hook", (hook) => (switches.currentTestId = `in ${suites.indexOf(hook.parent)}`));
    runner.on("test", (test) => (switches.currentTestId = ids.get(test)));
    runner.on("pass", (test) => (times[Number(ids.get(test))] = test.duration ?? 0));
    runner.on("fail", (test, error) => failures.push(`${test.fullTitle()}: ${String(error?.message).slice(0, 200)}`));
  });
  delete switches.currentTestId;
  for (const suite of suites) suite.bail(true);
  const reached = {};
  for (const [where, counts] of Object.entries(switches.mutantCoverage.perTest)) {
    const hookOf = where.startsWith("in ") ? suites[Number(where.slice(3))] : undefined;
    const those = hookOf
      ? allSuites(hookOf).flatMap((suite) => whole.get(suite).tests.map((test) => ids.get(test)))
      : [where];
    for (const [mutant, count] of Object.entries(counts)) {
      const entry = (reached[mutant] ??= { hits: 0, tests: [] });
      entry.hits += count;
      entry.tests = [...new Set([...entry.tests, ...those])];
    }
  }
  return { reached, times, failures, loading: Object.keys(switches.mutantCoverage.static) };
}

/**
 * Some tests with a mutant switched on, undefined: none.
 * @param {Set<string>} chosen ids of tests
 * @returns the first test that failed, with its error, and how often the mutant was reached
 */
export async function runWith({ root, whole, ids }, mutant, chosen, times, limit = Infinity) {
  const cost = new Map();
  const costOf = (suite) => {
    const { suites, tests } = whole.get(suite);
    suite.tests = tests
      .filter((test) => chosen.has(ids.get(test)))
      .sort((a, b) => times[Number(ids.get(a))] - times[Number(ids.get(b))]);
    const own = suite.tests.reduce((sum, test) => sum + times[Number(ids.get(test))], 0);
    const below = suites.reduce((sum, each) => sum + costOf(each), 0);
    suite.suites = suites.filter((each) => cost.get(each) !== undefined).sort((a, b) => cost.get(a) - cost.get(b));
    cost.set(suite, suite.tests.length + suite.suites.length === 0 ? undefined : own + below);
    return own + below;
  };
  costOf(root);
  let failed;
  Object.assign(switches, { activeMutant: mutant, hitCount: 0, hitLimit: limit });
  if (mutant === undefined) delete process.env.__STRYKER_ACTIVE_MUTANT__;
  else process.env.__STRYKER_ACTIVE_MUTANT__ = mutant;
  await run(root, (runner) => {
    runner.on("fail", (test, error) => (failed ??= { test, error: String(error?.message ?? error).slice(0, 300) }));
  });
  const hits = switches.hitCount;
  Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
  delete process.env.__STRYKER_ACTIVE_MUTANT__;
  for (const [suite, { suites, tests }] of whole) Object.assign(suite, { suites, tests });
  return { failed, hits };
}
