// What is worth knowing before a commit, in about a minute: nothing is downloaded, and steps run beside each other.
// Only what fails shows its output.
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { finish, lineOf, runStep, stepsWith } from "./steps.mjs";

mkdirSync(".cache", { recursive: true });

/** The longest first, so that the short ones fill the gaps. */
const steps = [
  ["tests of the rules", "mocha", ["--config", ".mocharc.fast.json", "--ignore", "server/**"]],
  ["tests of the server", "mocha", ["--config", ".mocharc.fast.json", "--ignore", "{rules,lab}/**"]],
  ["types", "tsc", ["-p", ".", "--incremental", "--tsBuildInfoFile", ".cache/types.tsbuildinfo"]],
  [
    "lint",
    "eslint",
    [".", "--max-warnings", "0", "--cache", "--cache-strategy", "content", "--cache-location", ".cache/eslint.json"],
  ],
  ["format", "prettier", [".", "--check", "--cache", "--cache-location", ".cache/prettier.json"]],
  ["imports", "npm", ["run", "--silent", "lint:imports"]],
  ["unused", "npm", ["run", "--silent", "lint:unused"]],
  ["packages", "npm", ["run", "--silent", "lint:packages"]],
  ["generated files", "npm", ["run", "--silent", "generate", "--", "--check"]],
  ["workflows", "npm", ["run", "--silent", "lint:workflows"]],
];

const left = stepsWith(process.argv.slice(2), steps);
const results = [];
const runNext = async () => {
  for (let step; (step = left.shift());) {
    const result = await runStep(step, { quiet: true });
    results.push(result);
    if (result.code !== 0) console.log(`\n${result.output.trim()}`);
    console.log(lineOf(result));
  }
};
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, runNext));
finish(results);
