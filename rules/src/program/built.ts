import { isCode, isTypeScript, sourceNames, split } from "./extensions.ts";
import type { Files } from "./files.ts";
import { kept } from "./kept.ts";
import type { Manifests } from "./manifests.ts";
import { isWithin, pathsOf } from "./paths.ts";
import type { TsConfig, TsConfigs } from "./tsconfig.ts";
import { NOT_ENTERED } from "./workspaces.ts";

/** Directories that hold nothing but what a build puts there. */
const BUILD_ONLY: ReadonlySet<string> = new Set(["dist", "build", "out", "output", ".output", ".build"]);
/** Directories that some projects build into and others write in. */
const PERHAPS_BUILT: ReadonlySet<string> = new Set(["lib", "es", "esm", "cjs", "js", "bin"]);
/** Directories below those: one for each module format. */
const FORMATS: ReadonlySet<string> = new Set(["esm", "cjs", "es", "mjs", "module", "commonjs", "node"]);
const SOURCES: readonly string[] = ["src", "source", "lib", "app", "."];

/** A compilation has fewer files than this; it bounds the search for their common directory. */
const MOST_FILES = 20_000;

export interface Built {
  /** The source of a built file, `dist/x.js` → `src/x.ts`, whether or not it was built yet; null where it has none. */
  sourceOf(path: string): string | null;
}

export function builtOf(files: Files, manifests: Manifests, configs: TsConfigs): Built {
  const common = kept(files, (config: TsConfig) => commonDirectory(files, config));
  const rootDirOf = (config: TsConfig) => config.rootDir ?? (config.composite ? config.directory : common(config));
  return {
    sourceOf(path) {
      const { dirname, relative, join } = pathsOf(path);
      if (!/\.[cm]?jsx?$/i.test(path)) return null;
      for (const config of configs.around(dirname(path))) {
        // An outDir that holds the sources too says nothing about the way back.
        if (config.outDir === null || !isWithin(config.outDir, path) || config.outDir === config.directory) continue;
        const rootDir = rootDirOf(config);
        const source = rootDir === null ? null : sourceAt(files, join(rootDir, relative(config.outDir, path)), path);
        if (source !== null) return source;
      }
      return bySameName(files, manifests, path);
    },
  };
}

function sourceAt(files: Files, place: string, built: string): string | null {
  return [...sourceNames(place), place].find((each) => each !== built && files.kind(each) === "file") ?? null;
}

/** What TypeScript takes for an absent rootDir: the longest common directory of the files it compiles. */
function commonDirectory(files: Files, config: TsConfig): string | null {
  const { basename, dirname, join } = pathsOf(config.path);
  let found: string | null = null;
  let left = MOST_FILES;
  const seen = new Set<string>();
  const queue = [...config.bases];
  for (let at = queue.pop(); at !== undefined && left > 0; at = queue.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    left--;
    const below = new Set(files.directories(at));
    const names = files.kind(at) === "file" ? [at] : files.list(at).map((name) => join(at, name));
    for (const path of names) {
      const name = basename(path);
      if (below.has(name)) {
        if (!NOT_ENTERED.has(name) && path !== config.outDir) queue.push(path);
        continue;
      }
      if (!isCode(path) || !(config.allowJs || isTypeScript(path)) || !config.includes(path)) continue;
      const directory = dirname(path);
      if (found === null) found = directory;
      while (!isWithin(found, directory)) found = dirname(found);
      // It cannot get any higher than where everything starts.
      if (found === config.directory) return found;
    }
  }
  return found;
}

/** Without a configuration: `dist/server.js` is made of `src/server.*` of the same package. A bundle of another name is of none. */
function bySameName(files: Files, manifests: Manifests, path: string): string | null {
  const { dirname, join, relative } = pathsOf(path);
  const home = manifests.above(dirname(path))[0]?.directory;
  if (home === undefined) return null;
  const [top, ...rest] = relative(home, path).split(/[\\/]/) as [string, ...string[]];
  const isBuilt = BUILD_ONLY.has(top) || (PERHAPS_BUILT.has(top) && files.kind(path) === null);
  if (!isBuilt) return null;
  const below = FORMATS.has(rest[0] as string) ? [rest, rest.slice(1)] : [rest];
  for (const way of below)
    for (const source of SOURCES) {
      const place = join(home, source, ...way);
      // `dist/x.mjs` may be made of any x: bundlers choose the extension.
      const found =
        sourceAt(files, place, path) ??
        [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs"]
          .map((extension) => split(place).stem + extension)
          .find((each) => files.kind(each) === "file");
      if (found) return found;
    }
  return null;
}
