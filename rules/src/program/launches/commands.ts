import { INTERPRETERS } from "./interpreters.ts";
import {
  DEEPEST,
  launchOf,
  pathIn,
  type Context,
  type Launch,
  type Started,
  type Starter,
  type Words,
} from "./launch.ts";
import { pm2Command } from "./pm2-command.ts";
import { RUNNERS } from "./runners.ts";
import { commandsIn, withoutAssignments } from "./shell.ts";
import { unwrapped } from "./wrappers.ts";

const STARTERS: Readonly<Record<string, Starter>> = {
  ...INTERPRETERS,
  ...RUNNERS,
  pm2: pm2Command,
  "pm2-runtime": pm2Command,
  "pm2-docker": pm2Command,
  "pm2-dev": pm2Command,
};

/**
 * The launches in a line of shell. What runs one after the other gets groups of its own: `node a && node b` never runs
 * both at once; `node a & node b` does, and so does what pm2 has started before.
 */
export function lineLaunches(line: string, context: Context): Launch[] {
  if (context.within.length > DEEPEST) return [];
  const parts: { launches: Launch[]; detached: boolean; piped: boolean }[] = [];
  let { cwd } = context;
  for (const command of commandsIn(line)) {
    if (context.budget.left-- <= 0) break;
    const [name, target = null] = command.words;
    if (name === "cd" || name === "pushd") {
      // Nothing that follows can be found when it is not known where.
      if (target === null) break;
      cwd = pathIn(cwd, target);
      continue;
    }
    const started = commandStarts(command.words, { ...context, cwd });
    const launches = started.launches.map((launch) => ({
      ...launch,
      environment: { ...command.environment, ...launch.environment },
      always: launch.always && command.after !== "||",
    }));
    if (launches.length > 0)
      parts.push({ launches, detached: started.detached || command.before === "&", piped: command.after === "|" });
  }
  return together(grouped(parts));
}

/** `node x & node x` starts two of a kind: one launch, with twice the count. */
function together(launches: readonly Launch[]): Launch[] {
  const found: Launch[] = [];
  for (const launch of launches) {
    const at = launch.entry === null ? -1 : found.findIndex((each) => isAlike(each, launch));
    const before = found[at];
    if (before) found[at] = { ...before, count: sum(before.count, launch.count) };
    else found.push(launch);
  }
  return found;
}

/** What gets another environment each is not of a kind: `PORT=1 node x & PORT=2 node x`. */
function isAlike(a: Launch, b: Launch): boolean {
  const names = Object.keys({ ...a.environment, ...b.environment });
  return (
    a.entry === b.entry &&
    a.kind === b.kind &&
    a.runtime === b.runtime &&
    a.group === b.group &&
    a.always === b.always &&
    names.every((name) => a.environment[name] === b.environment[name])
  );
}

function sum(a: Launch["count"], b: Launch["count"]): Launch["count"] {
  return typeof a === "number" && typeof b === "number" ? a + b : "many";
}

function grouped(parts: readonly { launches: Launch[]; detached: boolean; piped: boolean }[]): Launch[] {
  const last = parts.findLastIndex(({ detached }) => !detached);
  let step = 0;
  return parts.flatMap(({ launches, detached, piped }, i) => {
    if (!detached && !piped) step++;
    // Before the last one that is waited for, everything ends before the next begins.
    const isOver = !detached && i < last && !parts.slice(i + 1, last + 1).every((part) => part.piped || part.detached);
    return isOver ? launches.map((launch) => ({ ...launch, group: `${launch.group} (step ${step})` })) : launches;
  });
}

/** The launches of one command given as words. */
export function commandLaunches(words: Words, context: Context): Launch[] {
  return commandStarts(words, context).launches;
}

function commandStarts(words: Words, context: Context): Started {
  const { words: own, environment } = withoutAssignments(words);
  const inner = unwrapped(own);
  if (inner) {
    const started = commandStarts(inner, context);
    return { ...started, launches: withEnvironment(started.launches, environment) };
  }
  const [name, ...rest] = own;
  if (name === null || name === undefined) return { launches: [], detached: false };
  const starter = starterOf(name);
  if (starter) {
    const started = starter(rest, context);
    const all = Array.isArray(started) ? { launches: started, detached: false } : started;
    return { ...all, launches: withEnvironment(all.launches, environment) };
  }
  // `./server.js`, made executable.
  const direct =
    /[\\/]/.test(name) && /\.[cm]?[jt]s$/.test(name) ? [launchOf(context, { written: name, environment })] : [];
  return { launches: direct.filter(({ entry }) => entry !== null), detached: false };
}

function withEnvironment(launches: readonly Launch[], environment: Launch["environment"]): Launch[] {
  return launches.map((launch) => ({ ...launch, environment: { ...environment, ...launch.environment } }));
}

/** `/usr/local/bin/node`, `node_modules/.bin/tsx`, `node.exe` by their names. Keys of objects are not names. */
function starterOf(word: string): Starter | undefined {
  const name = (word.split(/[\\/]/).at(-1) as string).replace(/\.(?:exe|cmd|ps1)$/i, "");
  return Object.hasOwn(STARTERS, name) ? STARTERS[name] : undefined;
}
