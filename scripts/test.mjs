// Everything that has to hold, one step after the other; every step runs even if an earlier one failed.
import { finish, lineOf, runStep, stepsWith } from "./steps.mjs";

const npm = (name, ...args) => ["npm", ["run", "--silent", name, ...args]];

const steps = [
  ["build", ...npm("build")],
  ["format", ...npm("format:check")],
  ["types", ...npm("typecheck")],
  ["lint", ...npm("lint")],
  ["generated files", ...npm("generate", "--", "--check")],
  // Before the tests that use Bun and the other versions of Node.js: this brings them, where they can be had.
  ["runtimes", ...npm("lab:runtimes")],
  ["unit and integration", ...npm("unit")],
  ["lab", ...npm("lab")],
  ["editor", ...npm("test:e2e")],
];

const results = [];
for (const step of stepsWith(process.argv.slice(2), steps)) {
  console.log(`\n── ${step[0]}`);
  const result = await runStep(step);
  results.push(result);
  console.log(lineOf(result));
}
finish(results);
