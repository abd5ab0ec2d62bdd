// Runs commands as steps of a check and counts what they say.
import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

/** What npm runs has `node_modules/.bin` in its PATH; from an editor's task or a debugger it has not. */
const PATH = [fileURLToPath(new URL("../node_modules/.bin", import.meta.url)), process.env.PATH].join(delimiter);

/**
 * Runs one step and resolves to `{ name, code, output, seconds, passed, failed }`. A step counts the tests it names in its last
 * summary line ("12 passed, 0 failed" or mocha's "12 passing"), otherwise as one. `quiet`: nothing is shown meanwhile.
 */
export function runStep([name, command, args], { quiet = false } = {}) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "pipe", quiet ? "pipe" : "inherit"],
      env: { ...process.env, PATH },
      // npm and what stands in node_modules/.bin are scripts of the shell there.
      shell: process.platform === "win32",
    });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr?.on("data", take);
    child.on("error", (error) => (output += `${error.message}\n`));
    child.on("close", (status) => {
      const code = status ?? 1;
      const counts = countsIn(output);
      if (code !== 0 && counts.failed === 0) counts.failed++;
      else if (counts.passed + counts.failed === 0) counts.passed++;
      resolve({ name, code, output, seconds: (Date.now() - started) / 1000, ...counts });
    });
  });
}

/** The steps whose names hold one of the words, all without words. A word that no name holds ends the program with exit code 2. */
export function stepsWith(words, steps) {
  const missing = words.filter((word) => !steps.some(([name]) => name.includes(word)));
  if (missing.length > 0) {
    const names = steps.map(([name]) => name).join(", ");
    console.error(`There is no step ${missing.map((word) => JSON.stringify(word)).join(", ")}; there are ${names}.`);
    process.exit(2);
  }
  return steps.filter(([name]) => words.length === 0 || words.some((word) => name.includes(word)));
}

/** The one line that says how a step went. */
export function lineOf({ name, code, seconds }) {
  return `── ${name}: ${code === 0 ? "good" : `exit code ${code}`}, ${seconds.toFixed(1)} s`;
}

/** Prints the sum as the last line, and sets the exit code. */
export function finish(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

function countsIn(output) {
  const last = [...output.matchAll(/^(\d+) passed, (\d+) failed/gm)].at(-1);
  if (last) return { passed: Number(last[1]), failed: Number(last[2]) };
  const count = (word) => Number(new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(output)?.[1] ?? 0);
  return { passed: count("passing"), failed: count("failing") };
}
