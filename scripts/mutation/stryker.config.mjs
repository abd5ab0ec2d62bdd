// Which mutants `npm run mutate` makes, and which tests have to notice them.
export default {
  testRunner: "mocha",
  plugins: ["@stryker-mutator/mocha-runner", import.meta.resolve("./sample.mjs")],
  checkers: ["sample"],
  testRunnerNodeArgs: ["--import=tsx"],
  coverageAnalysis: "perTest",
  // What runs while a module is loaded, the rows of the catalogue and the texts of the facts above all, would need a process for each.
  ignoreStatic: true,
  mutate: ["rules/src/**/*.ts", "server/src/service/**/*.ts"],
  ignorePatterns: ["dist", ".cache", ".git", "media", "*.vsix"],
  mochaOptions: {
    config: "scripts/mutation/mocharc.json",
  },
  concurrency: Number(process.env.MUTATION_PROCESSES ?? 2),
  timeoutMS: 20_000,
  timeoutFactor: 2,
  dryRunTimeoutMinutes: 30,
  tempDirName: ".cache/mutation/sandbox",
  reporters: ["clear-text", "json", "lines"],
  clearTextReporter: { allowColor: false, reportTests: false, reportMutants: true, reportScoreTable: true },
  jsonReporter: { fileName: ".cache/mutation/report.json" },
};
