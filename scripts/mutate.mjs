// `npm run mutate`: changes the code in one place at a time, by Stryker, and looks whether the quick tests notice. All of it takes days on
// two cores; SAMPLE is how many in ten thousand are tried, SAMPLE_SEED which ones, MUTATION_PROCESSES how many run at once. What came
// out stands in .cache/mutation/results.jsonl while it runs, and in report.json at the end.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const VERSION = "9.6.1";
const folder = fileURLToPath(new URL("../.cache/mutation/", import.meta.url));
const stryker = `${folder}node_modules/@stryker-mutator/core/bin/stryker.js`;

// Not among the dependencies: it brings 160 packages that nobody needs otherwise. Mocha is the project's own.
if (!existsSync(stryker)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}package.json`, '{ "private": true }\n');
  const packages = [`@stryker-mutator/core@${VERSION}`, `@stryker-mutator/mocha-runner@${VERSION}`];
  spawnSync("npm", ["install", "--no-audit", "--no-fund", "--legacy-peer-deps", ...packages], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}
const seed = process.env.SAMPLE_SEED ?? "1";
console.log(`SAMPLE=${process.env.SAMPLE ?? "10000"} SAMPLE_SEED=${seed}`);
const { status } = spawnSync(process.execPath, [stryker, "run", "scripts/mutation/stryker.config.mjs"], {
  stdio: "inherit",
  env: { ...process.env, SAMPLE_SEED: seed, OWN_HOST_ALONE: "1" },
});
process.exitCode = status ?? 1;
