/**
 * `npm run frameworks`: whether the newest versions of the packages in the catalogue still have the functions, classes and methods that
 * it names. They are installed into .cache/frameworks, without their scripts, and loaded, which is why no other command does it.
 *
 * `--update` records what is absent: names that only older versions have stay in the catalogue. Words narrow the run to packages.
 * Ends with `N passed, N failed`.
 */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import semver from "semver";
import { packages } from "../rules/src/catalogue/index.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..");
const cache = join(root, ".cache/frameworks");
const record = join(root, "scripts/frameworks.json");

/** What a runtime brings itself, and what npm does not have. */
const ELSEWHERE = new Set(["bun", "deno", "uWebSockets.js"]);

/** Prints which of the paths given as JSON lead to a function of the module: `["listen"]`, `["Server", "prototype", "listen"]`. */
const LOOK = `
const [module, paths] = JSON.parse(process.argv[1]);
const loaded = await import(module);
const roots = [loaded, loaded.default, loaded.default?.default].filter((root) => root !== undefined && root !== null);
const at = (value, path) => path.reduce((now, name) => now?.[name], value);
const found = paths.map((path) => roots.some((root) => typeof at(root, path) === "function"));
process.stdout.write(JSON.stringify(found) + "\\n", () => process.exit(0));
`;

const args = process.argv.slice(2);
const words = args.filter((word) => !word.startsWith("--"));
const known = (existsSync(record) ? JSON.parse(readFileSync(record, "utf8")) : {}) as Record<string, string[]>;
const absent: Record<string, string[]> = {};
const count = { passed: 0, failed: 0 };

for (const module of packages.flatMap((one) => one.modules)) {
  if (isBuiltin(module) || module.includes(":") || ELSEWHERE.has(module)) continue;
  if (words.length > 0 && !words.some((word) => module.includes(word))) continue;
  const keys = keysOf(module);
  if (keys.size === 0) continue;
  const name = module.split("/", module.startsWith("@") ? 2 : 1).join("/");
  let missing: string[];
  await install(name);
  const needed = neededNode(name);
  if (needed !== null) {
    console.log(`not looked at: ${module} ${versionOf(name)} needs Node.js ${needed}`);
    continue;
  }
  try {
    missing = await missingIn(join(cache, name), module, keys);
  } catch (error) {
    const lines = ((error as { stderr?: string }).stderr || (error as Error).message).trim().split("\n");
    missing = [`cannot be loaded: ${lines.find((line) => /error/i.test(line)) ?? lines.at(-1)}`.replaceAll(cache, "")];
  }
  if (missing.length > 0) absent[module] = missing;
  const news = missing.filter((key) => !(known[module] ?? []).some((old) => sameKind(old, key)));
  count.failed += news.length;
  count.passed += Math.max(0, keys.size - news.length);
  for (const key of news) console.log(`${module} ${versionOf(name)}: ${key}`);
}
if (args.includes("--update")) writeFileSync(record, `${JSON.stringify({ ...known, ...absent }, null, 2)}\n`);
console.log(`${count.passed} passed, ${count.failed} failed`);
if (count.failed > 0) process.exitCode = 1;

/** The functions, classes and methods that the catalogue names of a module: key → where it stands in it. */
function keysOf(module: string): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  const all = packages.flatMap((one) => Object.entries(one.entries));
  for (const [key, entry] of all) {
    const rest = key === module ? "" : key.startsWith(`${module}.`) ? key.slice(module.length + 1) : null;
    if (rest === null) continue;
    const [owner = "", method] = rest.split("#");
    // Types that nobody exports have no place where their methods could be looked up.
    const exported = all.some(([other, { does }]) => other === `${module}.${owner}` && does);
    if (method === undefined ? entry.does || (entry.returns && !entry.type) : entry.does && exported)
      keys.set(key, [...owner.split(".").filter(Boolean), ...(method === undefined ? [] : ["prototype", method])]);
  }
  return keys;
}

/** The newest version, once. */
async function install(name: string): Promise<void> {
  const folder = join(cache, name);
  if (existsSync(join(folder, "node_modules"))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", ["install", ...flags, `${name}@latest`], { cwd: folder, timeout: 180_000 });
}

/** The versions of Node.js that a package asks for, where this one is not among them. */
function neededNode(name: string): string | null {
  const range = manifestOf(name)?.engines?.node;
  return range === undefined || semver.satisfies(process.version, range) ? null : range;
}

async function missingIn(cwd: string, module: string, keys: ReadonlyMap<string, string[]>): Promise<string[]> {
  const question = JSON.stringify([module, [...keys.values()]]);
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", LOOK, question], {
    cwd,
    timeout: 60_000,
  });
  const found = JSON.parse(stdout.trim().split("\n").at(-1) as string) as boolean[];
  return [...keys.keys()].filter((_, index) => !found[index]);
}

/** A package that cannot be loaded may say so in other words next time. */
function sameKind(old: string, now: string): boolean {
  return old === now || (old.startsWith("cannot be") && now.startsWith("cannot be"));
}

function versionOf(name: string): string {
  return manifestOf(name)?.version ?? "(not installed)";
}

function manifestOf(name: string): { version: string; engines?: { node?: string } } | null {
  const path = join(cache, name, "node_modules", name, "package.json");
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as { version: string; engines?: { node?: string } })
    : null;
}
