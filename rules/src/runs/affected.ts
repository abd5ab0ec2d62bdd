import { holdsCode } from "../program/extensions.ts";
import { isWithin, normalPath, pathsOf } from "../program/paths.ts";
import { rootsOf } from "./entries.ts";
import type { Launched } from "./launched.ts";
import type { Importers } from "./importers.ts";
import { leadsTo } from "./leading.ts";
import { configures, type Modules } from "./modules.ts";
import { specifiersIn } from "./scan.ts";

/**
 * Tells whether what is found in a file may be another thing because of what has changed: the file itself, another module
 * of a program that loads it, what starts that program, a configuration in a directory above, or a test of it.
 * `changed`: absolute paths of files of any kind, also of removed ones.
 */
export function affectedBy(
  changed: Iterable<string>,
  modules: Modules,
  importers: Importers,
  launched: () => readonly Launched[],
): (filename: string) => boolean {
  const paths = new Set([...changed].map(normalPath));
  const configured = [...paths].filter(isConfiguration).map((path) => pathsOf(path).dirname(path));
  /** What loads one of these, or is loaded by it, belongs to a program that has changed. */
  const begins = new Set<string>();
  for (const path of paths)
    if (modules.all().has(path)) for (const root of rootsOf(path, importers)) begins.add(root);
    else for (const loaded of loadedBy(path)) begins.add(loaded);
  let others = paths.size === 0 ? [] : launched();
  for (let starting = others; starting.length > 0;) {
    starting = others.filter(({ where }) => isAffected(where.file));
    others = others.filter((each) => !starting.includes(each));
    for (const { entries } of starting) for (const { path } of entries()) begins.add(path);
  }
  return (filename) => isAffected(normalPath(filename));

  function isAffected(path: string, seen = new Set<string>()): boolean {
    if (seen.has(path)) return false;
    seen.add(path);
    if (paths.has(path) || configured.some((directory) => isWithin(directory, path))) return true;
    if ([...importers.ancestors(path)].some((each) => begins.has(each))) return true;
    return !modules.all().has(path) && loadedBy(path).some((each) => isAffected(each, seen));
  }
  /** What a test loads, and whatever else is not among the modules. */
  function loadedBy(path: string): string[] {
    const { resolver } = modules.project;
    const text = holdsCode(resolver.files, path) ? resolver.files.read(path) : null;
    return text === null ? [] : specifiersIn(text).flatMap((specifier) => leadsTo(resolver, specifier, path) ?? []);
  }
}

function isConfiguration(path: string): boolean {
  return configures(pathsOf(path).basename(path));
}
