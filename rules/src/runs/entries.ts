import { workersOf, type Launch } from "../process/launches.ts";
import { sharesPorts } from "../process/run.ts";
import type { Target } from "../process/targets.ts";
import { split } from "../program/extensions.ts";
import { pathsOf } from "../program/paths.ts";
import type { Importers } from "./importers.ts";
import { isAnywhere } from "./leading.ts";
import type { Modules } from "./modules.ts";

/** Where a process or thread begins. */
export interface Entry {
  path: string;
  sure: boolean;
}

/** Where the programs begin that come to a module: those that nobody loads; itself in a circle, and where it asks whether it is one. */
export function rootsOf(path: string, importers: Importers): string[] {
  const roots = [...importers.ancestors(path)].filter((each) => importers.of(each).length === 0);
  return roots.length > 0 ? roots : [path];
}

/** A module that says what the workers of a cluster run. */
export interface SetUp {
  /** Where the programs begin that come to it. */
  roots(): readonly string[];
  workers(): readonly Entry[];
}

/** All modules of a project that do. */
export function setUpsIn(modules: Modules, importers: Importers): SetUp[] {
  return [...modules.all()].flatMap(([path, { setsUpWorkers }]) => {
    const file = setsUpWorkers ? modules.parsed(path) : null;
    if (!file) return [];
    const roots = once(() => rootsOf(path, importers));
    const begin = (target: Target) => entriesOf({ target, kind: "cluster" }, path, roots, modules);
    return [{ roots, workers: once(() => workersOf(file, path).flatMap(begin)) }];
  });
}

/** Where the workers of `cluster.fork()` begin, where another module of the same programs says what they run; null where none does. */
export function setUpElsewhere(
  { target, kind }: Launch,
  roots: () => readonly string[],
  setUps: () => readonly SetUp[],
): readonly Entry[] | null {
  if (kind !== "cluster" || target.kind !== "self" || target.of !== "program") return null;
  const found = setUps().flatMap((each) => (each.roots().some((root) => roots().includes(root)) ? each.workers() : []));
  return found.length === 0 ? null : found.length === 1 ? found : unsure([...new Set(found.map((each) => each.path))]);
}

/** Where what a launch starts begins. */
export function entriesOf(
  { target, kind }: Pick<Launch, "target" | "kind">,
  path: string,
  roots: () => readonly string[],
  modules: Modules,
): readonly Entry[] {
  const { resolver } = modules.project;
  const { join, dirname, isAbsolute } = pathsOf(path);
  switch (target.kind) {
    case "self":
      return target.of === "file"
        ? [{ path, sure: true }]
        : roots().map((root, _, { length }) => ({ path: root, sure: length === 1 }));
    case "specifier": {
      if (target.from === "file" || /^\w|^@/.test(target.text)) {
        const found = resolver.resolve(target.text, path, { require: true });
        return found.kind === "file" ? [{ path: found.path, sure: true }] : [];
      }
      if (isAbsolute(target.text)) return sure(resolver.entry(target.text));
      for (const place of directories()) {
        const found = resolver.entry(join(place, target.text));
        if (found !== null) return sure(found);
      }
      return sharesPorts(kind) ? unsure(packageEntries(modules, path)) : [];
    }
    case "prefix": {
      const { text, from } = target;
      if (isAnywhere(text)) return [];
      const places = from === "file" ? [dirname(path)] : directories();
      const begins = isAbsolute(text) ? [text] : places.map((place) => join(place, text));
      return unsure([...modules.all().keys()].filter((each) => begins.some((begin) => each.startsWith(begin))));
    }
    case "unknown": {
      if (!sharesPorts(kind)) return [];
      const named = endingIn(target.ends, modules);
      return unsure(named.length > 0 ? named : [...new Set([...roots(), ...packageEntries(modules, path)])]);
    }
  }

  /** Where a program may have been started: mostly in the package's directory, else in the file's own. */
  function directories(): string[] {
    const [manifest] = resolver.manifests.above(dirname(path));
    return [...(manifest ? [manifest.directory] : []), dirname(path), resolver.root];
  }
}

/** The modules whose paths end so, whatever compilers make of their extensions. */
function endingIn(ends: string | undefined, modules: Modules): string[] {
  if (!ends) return [];
  const { stem } = split(ends);
  return [...modules.all().keys()].filter((path) => split(path.replaceAll("\\", "/")).stem.endsWith(`/${stem}`));
}

function sure(path: string | null): Entry[] {
  return path === null ? [] : [{ path, sure: true }];
}

export function unsure(paths: readonly string[]): Entry[] {
  return paths.map((path) => ({ path, sure: false }));
}

/** What the package around a file begins with, as its manifest says: by its main fields and by its scripts. */
export function packageEntries(modules: Modules, file: string): string[] {
  const { resolver, launches } = modules.project;
  const directory = resolver.manifests.above(pathsOf(file).dirname(file))[0]?.directory ?? resolver.root;
  const scripts = launches().launches.flatMap(({ entry, where }) =>
    entry !== null && pathsOf(where.file).dirname(where.file) === directory ? [entry] : [],
  );
  return [...new Set([...resolver.packageEntries(directory), ...scripts])];
}

/** Works something out when it is first asked for. */
export function once<T>(work: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: work() }).value;
}
