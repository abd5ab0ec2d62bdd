import { asObject, asString, asStrings } from "../documents.ts";
import { denoOf, packageOf, type Manifest } from "../manifests.ts";
import { matcher } from "../workspaces.ts";
import type { Context, Launch } from "./launch.ts";

/** The manifest whose scripts count in a directory: the nearest one with a package.json. */
function scriptsAt({
  resolver,
  cwd,
}: Context): { directory: string; scripts: Readonly<Record<string, unknown>> } | null {
  const manifest = resolver.manifests.above(cwd).find((each) => each.package !== null);
  return manifest ? { directory: manifest.directory, scripts: asObject(packageOf(manifest)["scripts"]) } : null;
}

export function hasScript(name: string, context: Context): boolean {
  return asString(scriptsAt(context)?.scripts[name]) !== null;
}

/** What `npm run name` starts; nothing where there is no such script, or it is being taken apart already. */
export function scriptLaunches(name: string, context: Context): Launch[] {
  const found = scriptsAt(context);
  const line = asString(found?.scripts[name]);
  if (!found || line === null) return [];
  return inside(`${found.directory} script ${name}`, found.directory, context, (inner) => inner.line(line, inner));
}

/** What `deno task name` starts: a task of deno.json, else a script of package.json. */
export function taskLaunches(name: string, context: Context): Launch[] {
  return taskOnce(name, context, new Set());
}

/** `done`: the tasks that have run. Deno runs one that several others depend on once. */
function taskOnce(name: string, context: Context, done: Set<string>): Launch[] {
  const manifest = context.resolver.manifests
    .above(context.cwd)
    .find((each) => name in asObject(denoOf(each)["tasks"]));
  if (!manifest) return scriptLaunches(name, context);
  const key = `${manifest.directory} task ${name}`;
  if (done.has(key)) return [];
  done.add(key);
  const task = asObject(denoOf(manifest)["tasks"])[name];
  return inside(key, manifest.directory, context, (inner) => {
    const line = asString(task) ?? asString(asObject(task)["command"]);
    // Tasks that it depends on end before it starts, but those are no alternatives that anybody chooses.
    const before = asStrings(asObject(task)["dependencies"]).flatMap((each) =>
      taskOnce(each, { ...inner, group: `${inner.group} (${each})` }, done),
    );
    return [...before, ...(line === null ? [] : inner.line(line, inner))];
  });
}

function inside(key: string, cwd: string, context: Context, launches: (context: Context) => Launch[]): Launch[] {
  if (context.within.includes(key)) return [];
  return launches({ ...context, cwd, within: [...context.within, key] });
}

/** Every script and task of a directory's manifests, as launches of its own group: they are alternatives. */
export function manifestLaunches(
  manifest: Manifest,
  context: Omit<Context, "where" | "group" | "cwd" | "within">,
): Launch[] {
  const { directory } = manifest;
  const found: Launch[] = [];
  const base = { ...context, cwd: directory, within: [] };
  for (const name of Object.keys(asObject(packageOf(manifest)["scripts"]))) {
    const document = manifest.package as NonNullable<Manifest["package"]>;
    const where = { file: document.path, range: document.rangeOf(["scripts", name]) };
    found.push(...scriptLaunches(name, { ...base, where, group: `${document.path} script ${name}` }));
  }
  for (const name of Object.keys(asObject(denoOf(manifest)["tasks"]))) {
    const document = manifest.deno as NonNullable<Manifest["deno"]>;
    const where = { file: document.path, range: document.rangeOf(["tasks", name]) };
    found.push(...taskLaunches(name, { ...base, where, group: `${document.path} task ${name}` }));
  }
  return found;
}

/** The scripts whose names fit a pattern of npm-run-all or concurrently: `dev:*`, `build:**`. */
export function scriptsLike(pattern: string, context: Context): string[] {
  const names = Object.keys(scriptsAt(context)?.scripts ?? {});
  if (!pattern.includes("*")) return names.filter((name) => name === pattern);
  const isWanted = matcher([pattern.replaceAll(":", "/")]);
  return names.filter((name) => isWanted(name.replaceAll(":", "/")));
}
