import { KINDS } from "../configuration-kinds.ts";
import type { Document } from "../documents.ts";
import { commandsIn } from "./shell.ts";
import type { Context, Launch } from "./launch.ts";
import { appLaunches, UNKNOWN, type Maybe, type Pm2App } from "./pm2-app.ts";
import { readTree, type Tree } from "./tree.ts";

/** Whether pm2 takes a file for a configuration: by these parts of its name. */
export function isPm2Config(name: string): boolean {
  return /\.json|\.ya?ml|\.config\.[cm]?js/.test(name);
}

/**
 * The launches of a pm2 configuration, which is read and never run. Relative paths count from the directory that pm2 is
 * started in, which is the context's, not from the file.
 */
export function configLaunches(path: string, context: Context, only?: readonly string[]): Launch[] {
  const key = `pm2 ${path}`;
  if (context.within.includes(key)) return [];
  const tree = treeOf(path, context);
  if (tree === null) return [];
  return appsOf(tree).flatMap((app) => {
    if (context.budget.left-- <= 0) return [];
    const name = app.get("name")?.value;
    if (only && typeof name === "string" && !only.includes(name)) return [];
    const launches = appLaunches(appOf(app), {
      ...context,
      where: { file: path, range: (app.get("script") ?? app).range },
      within: [...context.within, key],
    });
    return only && typeof name !== "string" ? launches.map((launch) => ({ ...launch, always: false })) : launches;
  });
}

function treeOf(path: string, context: Context): Tree | null {
  const { configurations } = context.resolver;
  if (/\.[cm]?[jt]s$/.test(path)) {
    const text = configurations.text(path, KINDS.pm2);
    if (text === null) return null;
    const { tree, problem } = readTree(text, path, context.parse);
    if (problem !== null)
      context.problems.push({ path, ...problem, text: `${problem.text} ${KINDS.pm2.unknown}`, isWhole: true });
    return tree;
  }
  const document = configurations.document(path, KINDS.pm2);
  return document?.problem === null ? dataTree(document.value, [], document.rangeOf) : null;
}

/** Data as a tree, in which everything is constant. */
function dataTree(value: unknown, keys: readonly (string | number)[], rangeOf: Document["rangeOf"]): Tree {
  return {
    value: typeof value === "object" && value !== null ? undefined : value,
    get range() {
      return rangeOf(keys);
    },
    items: Array.isArray(value) ? value.map((item, i) => dataTree(item, [...keys, i], rangeOf)) : null,
    keys: typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : null,
    get: (key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? dataTree((value as Record<string, unknown>)[key], [...keys, key], rangeOf)
        : undefined,
    isKnown: true,
  };
}

/** `{ apps: […] }`, `{ apps: {…} }`, `{ pm2: […] }`, a list of apps or one app. What is not constant is one app of which nothing is known. */
function appsOf(tree: Tree): Tree[] {
  const apps = tree.get("apps") ?? tree.get("pm2") ?? tree;
  // A list or an object that is put together elsewhere may hold anything; one without a script is another tool's file.
  return [...(apps.items ?? [apps])];
}

function appOf(app: Tree): Pm2App {
  // In an object of which a part is unknown, what is not written may be set all the same.
  const rest = app.isKnown ? undefined : UNKNOWN;
  const value = (...names: string[]): Maybe<unknown> => {
    const found = names.map((name) => app.get(name)).find((each) => each !== undefined);
    if (!found) return rest;
    return found.isKnown ? found.value : UNKNOWN;
  };
  const text = (...names: string[]): Maybe<string> => {
    const found = value(...names);
    return typeof found === "string" || found === UNKNOWN ? found : undefined;
  };
  const instances = value("instances");
  return {
    script: text("script"),
    cwd: text("cwd"),
    execMode: text("exec_mode"),
    instances:
      typeof instances === "number" || typeof instances === "string" || instances === UNKNOWN ? instances : undefined,
    interpreter: text("exec_interpreter", "interpreter"),
    args: argsOf(app.get("args"), rest),
    incrementVar: text("increment_var"),
    environment: environmentOf(app),
  };
}

function argsOf(args: Tree | undefined, rest: Maybe<never>): Pm2App["args"] {
  if (!args) return rest;
  if (args.items) return args.items.map((item) => (typeof item.value === "string" ? item.value : null));
  if (typeof args.value === "string") return commandsIn(args.value)[0]?.words ?? [];
  return args.isKnown ? [] : UNKNOWN;
}

/** What `env` sets, `port` too; a value that differs by `env_production` and the like is not constant. */
function environmentOf(app: Tree): Record<string, string | null> {
  const found: Record<string, string | null> = {};
  for (const key of app.keys ?? []) {
    if (key !== "env" && !key.startsWith("env_")) continue;
    const env = app.get(key) as Tree;
    for (const name of env.keys ?? []) {
      const value = env.get(name)?.value;
      const text =
        typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
      found[name] = key !== "env" && (found[name] ?? null) !== text ? null : text;
    }
  }
  const port = app.get("port");
  if (port)
    found["PORT"] = typeof port.value === "number" || typeof port.value === "string" ? String(port.value) : null;
  return found;
}
