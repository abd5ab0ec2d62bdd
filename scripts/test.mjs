// Everything that has to hold, one step after the other; every step runs even if an earlier one failed.
// A step counts the tests it names in its last summary line ("12 passed, 0 failed" or mocha's "12 passing"), otherwise as one.
import { spawn } from "node:child_process";

const steps = [
  ["build", "npm", ["run", "--silent", "build"]],
  ["types", "npm", ["run", "--silent", "typecheck"]],
  ["lint", "npm", ["run", "--silent", "lint"]],
  ["generated files", "npm", ["run", "--silent", "generate", "--", "--check"]],
  // Before the tests that use Bun and the other versions of Node.js: this brings them, where they can be had.
  ["runtimes", "npm", ["run", "--silent", "lab:runtimes"]],
  ["unit and integration", "npm", ["run", "--silent", "unit"]],
  ["lab", "npm", ["run", "--silent", "lab"]],
  ["editor", "npm", ["run", "--silent", "test:e2e"]],
];

const only = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const [name, command, args] of steps) {
  if (only.length > 0 && !only.includes(name)) continue;
  const started = Date.now();
  console.log(`\n── ${name}`);
  const { code, output } = await run(command, args);
  const counts = countsIn(output);
  passed += counts.passed;
  failed += counts.failed;
  if (code !== 0 && counts.failed === 0) failed++;
  else if (counts.passed + counts.failed === 0) passed++;
  console.log(
    `── ${name}: ${code === 0 ? "good" : `exit code ${code}`}, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

function countsIn(output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  if (last) return { passed: Number(last[1]), failed: Number(last[2]) };
  const count = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(output)?.[1] ?? 0);
  return { passed: count("passing"), failed: count("failing") };
}
