/**
 * `npm run bench`: from a keystroke to the findings, against ESLint; the server's memory and keystrokes in a program of many files; then
 * `portreuse check` against ESLint and against oxlint running the plugin, on sources from npm: time, and the findings themselves.
 * `npm run bench -- editor` runs the first part alone.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isCode } from "../server/src/project/code-files.ts";
import { corpusIn } from "./bench/corpus.ts";
import { editorBench } from "./bench/editor.ts";
import { serverBench } from "./bench/server.ts";
import { oxlintProgram } from "./oxlint.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const cache = join(root, ".cache/bench");
const plugin = join(root, "rules/dist/index.js");
/** The quick ones are run this often, and their best time counts. */
const RUNS = 3;
/** What differs by little is run in so many pairs. */
const PAIRS = 13;

interface Timed {
  /** Seconds. */
  wall: number;
  /** Seconds on all processors. */
  cpu: number;
  /** What it wrote to stdout. */
  out: string;
}

editorBench();
if (process.argv.includes("editor")) process.exit();

mkdirSync(cache, { recursive: true });
execFileSync(process.execPath, [join(root, "scripts/build.mjs")], { stdio: "inherit" });
await serverBench(join(root, "server/dist/server.js"));
const corpus = corpusIn(cache);
const files = execFileSync("git", ["ls-files", "-z"], { cwd: corpus, encoding: "utf8", maxBuffer: 1 << 28 })
  .split("\0")
  .filter((path) => isCode(path) && !path.includes("node_modules/"));
console.log(`${files.length} files`);
const { default: portreuse } = (await import(pathToFileURL(plugin).href)) as {
  default: { configs: { recommended: { rules: Record<string, string> } } };
};
/** The rules that are off unless somebody wants them, by their short names. */
const offRules = Object.entries(portreuse.configs.recommended.rules).flatMap(([name, level]) =>
  level === "off" ? [name.replace("portreuse/", "")] : [],
);

const eslintConfig = join(cache, "eslint.config.mjs");
writeFileSync(
  eslintConfig,
  `import parser from ${JSON.stringify(pathToFileURL(require.resolve("@typescript-eslint/parser")).href)};
import portreuse from ${JSON.stringify(pathToFileURL(plugin).href)};
export default [{
  basePath: ${JSON.stringify(corpus)},
  files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"],
  languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  linterOptions: { reportUnusedDisableDirectives: "off" },
  ...portreuse.configs.recommended,
}];
`,
);
const oxlintConfig = join(cache, "oxlintrc.json");
writeFileSync(
  oxlintConfig,
  JSON.stringify({
    plugins: [],
    categories: { correctness: "off" },
    jsPlugins: [plugin],
    rules: portreuse.configs.recommended.rules,
  }),
);

const named = (name: string, time: Timed) => {
  console.log(`${name.padEnd(24)} ${time.wall.toFixed(2).padStart(8)} s wall ${time.cpu.toFixed(2).padStart(8)} s CPU`);
  return time;
};
const check = [process.execPath, join(root, "server/dist/cli.js"), "check", "--format", "json"];
const ours = named(
  "portreuse check",
  best(() => timed(check)),
);
const allAt = (level: string) => timed([...check, ...offRules.flatMap((name) => ["--rule", `${name}:${level}`])]);
/** In turns, for a run differs from the next by more than these rules cost. */
const pairs = Array.from({ length: PAIRS }, (_, i) => {
  const first = i % 2 === 0 ? null : allAt("warn");
  const off = allAt("off");
  return (first ?? allAt("warn")).cpu / off.cpu;
});
const oxlint = named(
  "oxlint with the plugin",
  best(() => timed([process.execPath, oxlintProgram(cache), "-c", oxlintConfig, "--format", "json", "."])),
);
const eslintOutput = join(cache, "eslint.json");
const eslintCommand = [
  process.execPath,
  join(packageOf("eslint"), "bin/eslint.js"),
  ...["--no-config-lookup", "-c", eslintConfig, "--format", "json", "-o", eslintOutput],
];
named("eslint --concurrency=2", timed([...eslintCommand, "--concurrency=2", "."]));
const inTwoThreads = eslintFindings(readFileSync(eslintOutput, "utf8"));
const eslint = named("eslint with the plugin", timed([...eslintCommand, "."], { TIMING: "all" }));

for (const [what, of] of [
  ["wall", (run: Timed) => run.wall],
  ["CPU", (run: Timed) => run.cpu],
] as const)
  console.log(
    `portreuse check is ${(of(eslint) / of(ours)).toFixed(1)} times as fast as ESLint and ${(of(oxlint) / of(ours)).toFixed(2)} times as fast as oxlint (${what} time).`,
  );
console.log(
  `The ${offRules.length} rules that are off by default make it ${(100 * (median(pairs) - 1)).toFixed(1)} % longer where all are on (CPU time, median of ${PAIRS} pairs).`,
);
const inRules =
  [...eslint.out.matchAll(/^portreuse\/\S+\s*\|\s*([\d.]+)/gm)].reduce((sum, [, ms]) => sum + Number(ms), 0) / 1000;
console.log(
  `In ESLint the rules take ${inRules.toFixed(2)} s, ${((100 * inRules) / eslint.wall).toFixed(2)} % of the run.`,
);

const found = {
  eslint: eslintFindings(readFileSync(eslintOutput, "utf8")),
  oxlint: oxlintFindings(oxlint.out),
  ours: eslintFindings(ours.out),
};
console.log(
  `Findings: ESLint ${found.eslint.length}, oxlint ${found.oxlint.length}, portreuse check ${found.ours.length}.`,
);
const unlike = [
  ...differences("ESLint", found.eslint, found.ours),
  ...differences("ESLint in two threads", inTwoThreads, found.ours),
  ...differences("oxlint", found.oxlint, found.ours),
];
for (const line of unlike) console.log(line);
const checks: [boolean, string][] = [
  [files.length >= 5000, "at least 5,000 files"],
  [found.ours.length > 0 && unlike.length === 0, "the same findings in all three"],
  [eslint.wall / ours.wall >= 20, "at least 20 times as fast as ESLint"],
  [oxlint.wall >= ours.wall, "no slower than oxlint"],
  [inRules / eslint.wall < 0.01, "less than 1 % of an ESLint run"],
];
for (const [good, what] of checks) console.log(`${good ? "yes" : "NO "} ${what}`);
process.exitCode = checks.every(([good]) => good) ? 0 : 1;

/** Runs a command in the corpus; bash has the one clock that also counts what children used. */
function timed(command: readonly string[], env: Readonly<Record<string, string>> = {}): Timed {
  const { stdout, stderr, status } = spawnSync(
    "bash",
    ["-c", 'TIMEFORMAT="@@ %R %U %S"; time "$@"', "bash", ...command],
    { cwd: corpus, encoding: "utf8", maxBuffer: 1 << 30, env: { ...process.env, ...env } },
  );
  const [, wall, user, system] = /@@ ([\d.]+) ([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
  if (wall === undefined || status === null || status > 1)
    throw new Error(`${command.join(" ")} ended with ${status}:\n${stderr.slice(0, 2000)}`);
  return { wall: Number(wall), cpu: Number(user) + Number(system), out: stdout };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function best(run: () => Timed): Timed {
  return Array.from({ length: RUNS }, run).reduce((a, b) => (b.wall < a.wall ? b : a));
}

function packageOf(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/** Findings as `file:line:column rule`, from ESLint's results. */
function eslintFindings(json: string): string[] {
  const results = JSON.parse(json) as {
    filePath: string;
    messages: { ruleId: string | null; line: number; column: number }[];
  }[];
  return results
    .flatMap(({ filePath, messages }) =>
      messages
        .filter((message) => message.ruleId?.startsWith("portreuse/"))
        .map((message) => `${filePath.slice(corpus.length + 1)}:${message.line}:${message.column} ${message.ruleId}`),
    )
    .sort();
}

function oxlintFindings(json: string): string[] {
  const { diagnostics } = JSON.parse(json) as {
    diagnostics: { code: string; filename: string; labels: { span: { line: number; column: number } }[] }[];
  };
  return diagnostics
    .flatMap(({ code, filename, labels: [label] }) => {
      const rule = /^portreuse\(([\w-]+)\)/.exec(code)?.[1];
      return rule && label ? [`${filename}:${label.span.line}:${label.span.column} portreuse/${rule}`] : [];
    })
    .sort();
}

function differences(name: string, theirs: readonly string[], ours: readonly string[]): string[] {
  return [
    ...theirs.filter((finding) => !ours.includes(finding)).map((finding) => `only ${name}: ${finding}`),
    ...ours.filter((finding) => !theirs.includes(finding)).map((finding) => `not ${name}: ${finding}`),
  ];
}
