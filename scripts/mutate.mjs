// `npm run mutate`: changes the code in one place at a time, as Stryker does, and looks whether the quick tests notice. All of it would
// take days: SAMPLE is how many mutants are drawn, SAMPLE_SEED which ones. ONLY=FILE tries what that results.jsonl says was not killed,
// FILES=EXPRESSION draws from the files whose paths fit it, TESTS=EXPRESSION lets only the tests whose paths fit it meet mutants.
// It works on a copy of the tree, in .cache/mutation; results.jsonl there grows while it runs, in the order of the draw.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { copyTree } from "./mutation/copy.mjs";
import { draw } from "./mutation/draw.mjs";
import { summary } from "./mutation/summary.mjs";
import { tryAll } from "./mutation/try.mjs";

const VERSION = "9.6.1";
const root = fileURLToPath(new URL("../", import.meta.url));
const folder = `${root}.cache/mutation/`;
const installed = `${folder}node_modules/@stryker-mutator/instrumenter/dist/src/instrumenter.js`;

// Not among the dependencies: it brings packages that nobody needs otherwise.
mkdirSync(folder, { recursive: true });
if (!existsSync(installed)) {
  writeFileSync(`${folder}package.json`, '{ "private": true }\n');
  spawnSync("npm", ["install", "--no-audit", "--no-fund", `@stryker-mutator/instrumenter@${VERSION}`], {
    cwd: folder,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}

const seed = process.env.SAMPLE_SEED ?? "1";
const size = Number(process.env.SAMPLE ?? 200);
const lines = (path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const only =
  process.env.ONLY &&
  new Set(lines(process.env.ONLY).flatMap(({ key, status }) => (/surv|cover/.test(status) ? [key] : [])));

const fits = (variable, path) => new RegExp(process.env[variable] ?? "").test(path);
const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" }).split(
  "\n",
);
const tree = copyTree(root, `${folder}tree/`, files.filter(Boolean));
const { total, mutants } = await draw(await import(pathToFileURL(installed)), {
  root: tree,
  paths: files.filter((path) => /^(?:rules\/src|server\/src\/service)\/.*\.ts$/.test(path) && fits("FILES", path)),
  seed,
  size,
  only,
});
console.log(`${mutants.length} of ${total} mutants, ${only ? `those of ${process.env.ONLY}` : `seed ${seed}`}`);
const config = JSON.parse(readFileSync(`${root}.mocharc.fast.json`, "utf8"));
const tests = files.filter((path) => fits("TESTS", path));
const results = await tryAll({ tree, folder, mutants, tests, config });
console.log(summary(results));
