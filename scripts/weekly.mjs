// Asks the newest runtimes and packages whether what we say of them still holds, and writes what does not into weekly.md,
// the text of an issue; the file is empty when everything holds. The caches have to be empty for the newest versions to come.
import { writeFileSync } from "node:fs";
import { runStep, stepsWith } from "./steps.mjs";

const npm = (name, ...args) => ["npm", ["run", "--silent", name, ...args]];
const steps = [
  ["The system calls of the newest Node.js, Bun and Deno", ...npm("lab:runtimes")],
  ["The facts, on this kernel with these runtimes", ...npm("lab")],
  ["The entry points of the newest packages", ...npm("frameworks")],
  ["The catalogue's fixtures", "mocha", ["--config", ".mocharc.fast.json", "--fgrep", "catalogue"]],
];

const parts = [];
for (const step of stepsWith(process.argv.slice(2), steps)) {
  console.log(`\n── ${step[0]}`);
  const { name, code, output, failed } = await runStep(step);
  // An issue holds 65,536 characters.
  if (code !== 0 || failed > 0) parts.push(`## ${name}\n\n\`\`\`text\n${output.trim().slice(-15_000)}\n\`\`\`\n`);
}
writeFileSync("weekly.md", parts.join("\n"));
console.log(
  parts.length === 0
    ? "\nEverything holds."
    : `\nSee weekly.md for what does not hold: ${parts.length} of ${steps.length}.`,
);
