import { asString } from "../documents.ts";
import { packageOf } from "../manifests.ts";
import { pathIn, type Context, type Launch, type Starter, type Words } from "./launch.ts";
import { argumentsOf, CONCURRENTLY_VALUED, NPM_VALUED, RUN_ALL_VALUED, set } from "./options.ts";
import { scriptLaunches, scriptsLike } from "./scripts.ts";

/** Programs that run scripts of package.json or other commands. */
export const RUNNERS: Readonly<Record<string, Starter>> = {
  npm: packageManager({ readsOn: true }),
  pnpm: packageManager({ readsOn: false }),
  yarn: packageManager({ readsOn: false }),
  sh: shell,
  bash: shell,
  concurrently,
  conc: concurrently,
  "npm-run-all": (words, context) => runAll(words, context, false),
  "npm-run-all2": (words, context) => runAll(words, context, false),
  "run-p": (words, context) => runAll(words, context, true),
  "run-s": (words, context) => runAll(words, context, false),
};

/** Those that need `run` in npm are scripts by their bare name in pnpm and yarn. */
const OWN_COMMANDS = set(
  "install i ci add remove publish pack link init version audit outdated why config cache dlx exec",
);

/** `readsOn`: options behind the script's name are its own too, up to `--`; pnpm and yarn hand all of them to the script. */
function packageManager({ readsOn }: { readsOn: boolean }): Starter {
  return (words, context) => {
    const outer = argumentsOf(words, NPM_VALUED, true);
    let { rest } = outer;
    let { cwd } = context;
    if (rest[0] === "workspace" && typeof rest[1] === "string") {
      // `yarn workspace name run x`
      const member = context.resolver.workspaces.find(rest[1], cwd);
      if (member === null) return [];
      cwd = member;
      rest = rest.slice(2);
    }
    const isRun = /^(?:run|run-script|rum|urn)$/.test(rest[0] ?? "");
    const inner = argumentsOf(rest.slice(isRun ? 1 : 0), NPM_VALUED, true);
    const options = new Map([...outer.options, ...inner.options]);
    const [name, ...more] = inner.rest;
    if (typeof name !== "string" || (!isRun && OWN_COMMANDS.has(name))) return [];
    if (readsOn) for (const [key, value] of argumentsOf(more, NPM_VALUED, false).options) options.set(key, value);
    return directoriesFor(options, { ...context, cwd }).flatMap((at) => scriptLaunches(name, { ...context, cwd: at }));
  };
}

/** Where the script runs: `--prefix`, `-C`, `--cwd` name a directory, `-w` and `--filter` workspace packages. */
function directoriesFor(options: ReadonlyMap<string, string | true | null>, context: Context): string[] {
  const { resolver, cwd } = context;
  const option = (...names: string[]) => names.map((name) => options.get(name)).find((value) => value !== undefined);
  const directory = option("--prefix", "-C", "--dir", "--cwd");
  if (typeof directory === "string") return [pathIn(cwd, directory)];
  if (option("-r", "--recursive", "--workspaces", "-ws") === true) return resolver.workspaces.packages(cwd);
  const member = option("-w", "--workspace", "--filter", "-F");
  if (member === undefined) return [cwd];
  if (typeof member !== "string") return [];
  const found = resolver.workspaces.find(member, cwd);
  if (found !== null) return [found];
  const at = pathIn(cwd, member);
  return asString(packageOf(resolver.manifests.at(at))["name"]) !== null ? [at] : [];
}

function shell(words: Words, context: Context): Launch[] {
  const { options } = argumentsOf(words, set("-c -ec -lc -ce -exc -o"), true);
  const line = ["-c", "-ec", "-lc", "-ce", "-exc"]
    .map((name) => options.get(name))
    .find((value) => value !== undefined);
  return typeof line === "string" ? context.line(line, context) : [];
}

/** All of its commands run beside each other. */
function concurrently(words: Words, context: Context): Launch[] {
  return argumentsOf(words, CONCURRENTLY_VALUED, false).rest.flatMap((line) => {
    if (line === null) return [];
    const [, , name] = /^(npm|pnpm|yarn|bun|node):(\S+)/.exec(line) ?? [];
    return name === undefined
      ? context.line(line, context)
      : named(name, context).flatMap((each) => scriptLaunches(each, context));
  });
}

/** `npm:dev-*` of concurrently: its star stands for anything. */
function named(pattern: string, context: Context): string[] {
  const star = pattern.indexOf("*");
  if (star < 0) return [pattern];
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return scriptsLike("**", context).filter((name) => name.startsWith(before) && name.endsWith(after));
}

/** `npm-run-all a b --parallel c d`: first a, then b, then c beside d. */
function runAll(words: Words, context: Context, parallel: boolean): Launch[] {
  const found: { scripts: string[]; together: boolean }[] = [{ scripts: [], together: parallel }];
  const { rest } = argumentsOf(words, RUN_ALL_VALUED, false);
  const isName = new Set(rest);
  for (const word of words) {
    if (word === "--") break;
    if (word === null) continue;
    if (word === "-p" || word === "--parallel") found.push({ scripts: [], together: true });
    else if (/^(?:-s|--sequential|--serial)$/.test(word)) found.push({ scripts: [], together: false });
    // `"dev -- --port 1"` is a script with its arguments.
    else if (isName.has(word)) found.at(-1)!.scripts.push(word.replace(/\s.*/s, ""));
  }
  const steps = found.flatMap(({ scripts, together }) => {
    const names = scripts.map((pattern) => scriptsLike(pattern, context));
    return together ? [names.flat()] : names.flat().map((name) => [name]);
  });
  const started = steps
    .map((names) => names.flatMap((name) => scriptLaunches(name, context)))
    .filter((each) => each.length > 0);
  return started.flatMap((launches, i) =>
    i === started.length - 1
      ? launches
      : launches.map((launch) => ({ ...launch, group: `${launch.group} (step ${i + 1})` })),
  );
}
