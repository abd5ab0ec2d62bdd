import { KINDS } from "../configuration-kinds.ts";
import { asObject, asString } from "../documents.ts";
import { packageOf } from "../manifests.ts";
import { launchOf, pathIn, type Context, type Launch, type Starter, type Words } from "./launch.ts";
import {
  argumentsOf,
  BUN_VALUED,
  DENO_VALUED,
  NODE_VALUED,
  NODEMON_VALUED,
  set,
  TS_NODE_VALUED,
  type Arguments,
} from "./options.ts";
import { hasScript, scriptLaunches, taskLaunches } from "./scripts.ts";

/** Programs that run a file of code. */
export const INTERPRETERS: Readonly<Record<string, Starter>> = {
  node,
  nodejs: node,
  tsx: script(union(NODE_VALUED, set("--tsconfig --ignore --include --exclude")), set("watch")),
  "ts-node": script(TS_NODE_VALUED),
  "ts-node-esm": script(TS_NODE_VALUED),
  "ts-node-script": script(TS_NODE_VALUED),
  "ts-node-transpile-only": script(TS_NODE_VALUED),
  "ts-node-dev": script(TS_NODE_VALUED),
  tsnd: script(TS_NODE_VALUED),
  "babel-node": script(union(NODE_VALUED, set("-x --extensions --presets --plugins --config-file"))),
  "esbuild-register": script(NODE_VALUED),
  "swc-node": script(NODE_VALUED),
  "node-dev": script(NODE_VALUED),
  jiti: script(NODE_VALUED),
  nodemon,
  bun,
  deno,
};

function union(...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((each) => [...each]));
}

/** The launch of the first word that is no option; none where there is none. */
function first({ rest, after }: Arguments, context: Context, parts: Partial<Launch> = {}): Launch[] {
  const words = rest.length > 0 ? rest : after;
  return words.length === 0 || words[0] === "-" ? [] : [launchOf(context, { ...parts, written: words[0] ?? null })];
}

function script(valued: ReadonlySet<string>, subcommands: ReadonlySet<string> = new Set()): Starter {
  return (words, context) => {
    let found = argumentsOf(words, valued, true);
    // `tsx watch x.ts`
    if (subcommands.has(found.rest[0] ?? "")) found = argumentsOf(found.rest.slice(1), valued, true);
    return isInline(found) ? [] : first(found, context);
  };
}

/** Code on the command line, a syntax check, or the test runner: no file of the program is started. */
function isInline({ options }: Arguments): boolean {
  return ["-e", "--eval", "-p", "--print", "-pe", "-c", "--check", "--test", "-v", "--version"].some((each) =>
    options.has(each),
  );
}

function node(words: Words, context: Context): Launch[] {
  const found = argumentsOf(words, union(NODE_VALUED, set("--run")), true);
  const named = found.options.get("--run");
  if (typeof named === "string") return scriptLaunches(named, context);
  return isInline(found) ? [] : first(found, context);
}

function nodemon(words: Words, context: Context): Launch[] {
  const found = argumentsOf(words, NODEMON_VALUED, true);
  const value = asObject(
    context.resolver.configurations.document(pathIn(context.cwd, "nodemon.json"), KINDS.nodemon)?.value,
  );
  const given = ["-x", "--exec"].map((name) => found.options.get(name)).find((each) => each !== undefined);
  if (given === null) return [launchOf(context, { written: null, always: false })];
  const exec = given ?? asString(value["exec"]);
  const [manifest] = context.resolver.manifests.above(context.cwd);
  const main =
    asString(value["script"]) ?? (manifest?.directory === context.cwd ? asString(packageOf(manifest)["main"]) : null);
  const [word] = [...found.rest, ...found.after];
  const target = word === undefined && exec === null ? main : word;
  if (typeof exec === "string") return context.line(target ? `${exec} ${quoted(target)}` : exec, context);
  // By the extension nodemon chooses ts-node or node; both run the file.
  return target === undefined || (target === null && word === undefined)
    ? []
    : [launchOf(context, { written: target })];
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "")}'`;
}

const BUN_COMMANDS = set("test build install add i");

function bun(words: Words, context: Context): Launch[] {
  let found = argumentsOf(words, BUN_VALUED, true);
  if (isInline(found)) return [];
  const [name] = found.rest;
  if (typeof name === "string" && BUN_COMMANDS.has(name)) return [];
  const isRun = name === "run";
  const { options } = found;
  if (isRun) found = argumentsOf(found.rest.slice(1), BUN_VALUED, true);
  const [target] = found.rest;
  if (target === undefined) return [];
  const cwd = found.options.get("--cwd") ?? options.get("--cwd");
  const inside = typeof cwd === "string" ? { ...context, cwd: pathIn(context.cwd, cwd) } : context;
  // A script of package.json comes before a file, unless the word is a path; without `run` also unless it ends like a file.
  const isFile = target === null || /^\.{0,2}\//.test(target) || (!isRun && /\.[cm]?[jt]sx?$/.test(target));
  if (!isFile) {
    if (hasScript(target, inside)) return scriptLaunches(target, inside);
    if (!isRun && inside.resolver.entry(pathIn(inside.cwd, target)) === null) return [];
  }
  return [launchOf(inside, { written: target, runtime: "bun" })];
}

function deno(words: Words, context: Context): Launch[] {
  const outer = argumentsOf(words, DENO_VALUED, true);
  const [command] = outer.rest;
  if (typeof command !== "string") return [];
  const found = argumentsOf(outer.rest.slice(1), DENO_VALUED, true);
  const all = { ...found, options: new Map([...outer.options, ...found.options]) };
  if (command === "task") {
    const [name] = found.rest;
    const at = all.options.get("--cwd");
    return typeof name === "string"
      ? taskLaunches(name, typeof at === "string" ? { ...context, cwd: pathIn(context.cwd, at) } : context)
      : [];
  }
  if (command === "serve") {
    const isParallel = all.options.has("--parallel");
    return first(all, context, { kind: "deno-serve", count: isParallel ? "many" : 1, runtime: "deno" });
  }
  if (command === "run") return first(all, context, { runtime: "deno" });
  return /\.[cm]?[jt]sx?$/.test(command) ? [launchOf(context, { written: command, runtime: "deno" })] : [];
}
