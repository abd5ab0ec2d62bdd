import { pathsOf } from "../paths.ts";
import { set } from "./options.ts";
import {
  launchOf,
  pathIn,
  times,
  type Context,
  type Launch,
  type LaunchCount,
  type LaunchKind,
  type Words,
} from "./launch.ts";

/** A value that is not constant. */
export const UNKNOWN = Symbol("unknown");
export type Maybe<T> = T | typeof UNKNOWN | undefined;

/** One app as pm2 is told of it; UNKNOWN where a value is not constant. */
export interface Pm2App {
  script: Maybe<string>;
  cwd: Maybe<string>;
  execMode: Maybe<string>;
  /** A number, or "max". */
  instances: Maybe<number | string>;
  interpreter: Maybe<string>;
  args: Maybe<Words>;
  incrementVar: Maybe<string>;
  environment: Readonly<Record<string, string | null>>;
}

/** Interpreters by extension, as in pm2's own lib/API/interpreter.json. */
const BY_EXTENSION: Readonly<Record<string, string>> = {
  ".sh": "bash",
  ".py": "python",
  ".rb": "ruby",
  ".php": "php",
  ".pl": "perl",
  ".coffee": "coffee",
  ".ls": "lsc",
  ".ts": "bun",
  ".tsx": "bun",
};

/** Programs on the PATH that start something else: pm2 keeps them running, and what they start are plain processes. */
const PROGRAMS = /^(?:npm|npx|yarn|pnpm|node|nodejs|bun|bunx|deno|tsx|ts-node|nodemon)$/;

const OTHER_LANGUAGES = set("bash sh zsh fish python python2 python3 ruby php perl");

/** What one app starts. */
export function appLaunches(app: Pm2App, context: Context): Launch[] {
  const count = countOf(app.instances);
  const inside = { ...context, cwd: typeof app.cwd === "string" ? pathIn(context.cwd, app.cwd) : context.cwd };
  const settled = app.interpreter !== UNKNOWN && count !== "unknown";
  const finish = (launches: readonly Launch[]) =>
    launches.map((launch) => ({
      ...launch,
      always: launch.always && settled && launch.kind !== "unknown",
      environment: { ...launch.environment, ...app.environment },
      portVariable: app.incrementVar === UNKNOWN ? null : (app.incrementVar ?? launch.portVariable),
    }));
  if (app.script === undefined) return [];
  if (app.script === UNKNOWN || app.cwd === UNKNOWN) {
    const written = app.script === UNKNOWN ? null : app.script;
    return finish([launchOf(inside, { written, entry: null, kind: kindOf(app, ""), count, always: false })]);
  }
  const isFile = inside.resolver.entry(pathIn(inside.cwd, app.script)) !== null;
  if (!isFile && /\s/.test(app.script)) return finish(times(context.line(app.script, inside), count, "pm2-fork"));
  if (!isFile && PROGRAMS.test(app.script)) {
    if (app.args === UNKNOWN)
      return finish([launchOf(inside, { written: null, kind: "pm2-fork", count, always: false })]);
    return finish(times(context.command([app.script, ...(app.args ?? [])], inside), count, "pm2-fork"));
  }
  const kind = kindOf(app, app.script);
  const runtime =
    kind === "pm2-fork" && typeof interpreterOf(app, app.script) === "string"
      ? runtimeOf(interpreterOf(app, app.script) as string)
      : "node";
  // A script in another language is no launch of this program.
  if (runtime === null) return [];
  return finish([launchOf(inside, { written: app.script, kind, count, runtime })]);
}

function interpreterOf({ interpreter }: Pm2App, script: string): string | typeof UNKNOWN {
  return interpreter ?? BY_EXTENSION[pathsOf(script).extname(script)] ?? "node";
}

/** pm2's determineExecMode: `instances` alone means cluster where the interpreter is node or bun. */
function kindOf(app: Pm2App, script: string): LaunchKind {
  const { execMode, instances } = app;
  if (execMode === UNKNOWN) return "unknown";
  if (execMode !== undefined) return execMode.startsWith("cluster") ? "pm2-cluster" : "pm2-fork";
  if (instances === undefined) return "pm2-fork";
  const interpreter = interpreterOf(app, script);
  if (interpreter === UNKNOWN) return "unknown";
  // `node@20` is looked up as a path that ends in node.
  return /(?:node|bun)(?:@[^@]*)?$/.test(interpreter) ? "pm2-cluster" : "pm2-fork";
}

/** `bun` in cluster mode is not asked: the workers run in the runtime of pm2's daemon. */
function runtimeOf(interpreter: string): Launch["runtime"] | null {
  const name = interpreter.split(/[\\/]/).at(-1) as string;
  if (name.startsWith("bun")) return "bun";
  if (name.startsWith("deno")) return "deno";
  return OTHER_LANGUAGES.has(name) ? null : "node";
}

/** `max` and 0 are all processors, -1 all but one. */
function countOf(instances: Pm2App["instances"]): LaunchCount {
  if (instances === undefined) return 1;
  if (instances === UNKNOWN) return "unknown";
  if (instances === "max") return "many";
  const number = Number.parseInt(String(instances), 10);
  // On two processors -1 starts one process.
  return number > 0 ? number : number === 0 ? "many" : "unknown";
}
