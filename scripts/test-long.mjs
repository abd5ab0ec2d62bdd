// `npm run test:long`: the random tests, each on twenty times as many programs, edits and mutations as `npm test`, the suggestions of
// all fixtures, and `*.long.ts`: what brings packages from npm or takes more of a machine than a test should; then mutants of the code,
// as `npm run mutate` draws them. PROPERTY_SEED repeats a run.
import { spawnSync } from "node:child_process";

/** Another one each time; the tests print it. */
const PROPERTY_SEED = String(Date.now() % 2 ** 31);

const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/mocha/bin/mocha.js",
    "--no-config",
    "--import=tsx",
    "--timeout=3600000",
    "--exit",
    "--reporter=spec",
    "rules/test/properties/*.test.ts",
    "rules/test/suggestions.test.ts",
    "server/test/kept-findings.test.ts",
    "server/test/server-stress.test.ts",
    "server/test/server-random-edits.test.ts",
    "server/test/*.long.ts",
  ],
  { stdio: "inherit", env: { PROPERTY_RUNS: "20000", STRESS_EDITS: "10000", PROPERTY_SEED, ...process.env } },
);
// How many are killed is a figure to look at, and no reason to fail.
const mutants = spawnSync(process.execPath, ["scripts/mutate.mjs"], {
  stdio: "inherit",
  env: { SAMPLE_SEED: PROPERTY_SEED, ...process.env },
});
process.exitCode = (status ?? 1) || (mutants.status ?? 1);
