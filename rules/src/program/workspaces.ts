import picomatch from "picomatch";
import { asObject, asString, asStrings } from "./documents.ts";
import type { Files } from "./files.ts";
import { kept } from "./kept.ts";
import { denoOf, packageOf, type Manifest, type Manifests } from "./manifests.ts";
import { isWithin, pathsOf, upwards } from "./paths.ts";

/** Directories that no workspace pattern leads into. */
export const NOT_ENTERED: ReadonlySet<string> = new Set(["node_modules", ".git"]);
/** Directories of what nobody writes by hand. */
export const NOT_WRITTEN: ReadonlySet<string> = new Set(["dist", "build", "out", "coverage", "vendor", "tmp"]);

/** A workspace has fewer directories than this, and they lie less deep; both bound links that lead back up. */
export const MOST_DIRECTORIES = 5000;
export const DEEPEST = 12;

export interface Workspaces {
  /** The directory of a workspace package by its name, as a file in `from` would get it. */
  find(name: string, from: string): string | null;
  /** The directories of all packages of the workspaces at and above a directory, the workspace roots included. */
  packages(from: string): string[];
}

/** Workspace packages by the manifests alone: links in node_modules and Plug'n'Play make no difference. */
export function workspacesOf(files: Files, manifests: Manifests, root: string): Workspaces {
  const membersAt = kept(files, (directory) => members(files, manifests, directory));
  function* around(from: string): Generator<Map<string, string>> {
    for (const at of upwards(from)) {
      if (!isWithin(root, at)) return;
      yield membersAt(at);
    }
  }
  return {
    find(name, from) {
      for (const found of around(from)) {
        const directory = found.get(name);
        if (directory !== undefined) return directory;
      }
      return null;
    },
    packages: (from) => [...new Set([...around(from)].flatMap((found) => [...found.values()]))],
  };
}

/** The packages of the workspace whose root is this directory, by name; one without a name by its directory. */
function members(files: Files, manifests: Manifests, directory: string): Map<string, string> {
  const manifest = manifests.at(directory);
  const patterns = patternsOf(manifest, manifests.yaml(directory, "pnpm-workspace.yaml"));
  const found = new Map<string, string>();
  if (patterns.length === 0) return found;
  for (const at of [directory, ...directoriesOf(files, directory, patterns)]) {
    const member = manifests.at(at);
    if (!member) continue;
    const names = [asString(packageOf(member)["name"]), asString(denoOf(member)["name"])].filter(
      (name) => name !== null,
    );
    for (const name of names.length > 0 ? names : [at]) if (!found.has(name)) found.set(name, at);
  }
  return found;
}

function patternsOf(manifest: Manifest | null, pnpm: Readonly<Record<string, unknown>>): string[] {
  const { workspaces } = packageOf(manifest);
  const { workspace } = denoOf(manifest);
  return [
    ...asStrings(Array.isArray(workspaces) ? workspaces : asObject(workspaces)["packages"]),
    ...asStrings(pnpm["packages"]),
    ...asStrings(Array.isArray(workspace) ? workspace : asObject(workspace)["members"]),
  ].map((pattern) => pattern.replace(/^(!?)\.?\/+/, "$1").replace(/(?<!\/)\/+$/, ""));
}

/** The directories below one that workspace patterns name, `!` ones left out. */
function directoriesOf(files: Files, directory: string, patterns: readonly string[]): string[] {
  const { join } = pathsOf(directory);
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const refused = matcher(patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)));
  const isWanted = matcher(wanted);
  const scanned = wanted.map((pattern) => picomatch.scan(pattern));
  const found: string[] = scanned
    .filter(({ isGlob, base }) => !isGlob && !refused(base))
    .map(({ base }) => join(directory, base));
  const depth = Math.min(DEEPEST, Math.max(...wanted.map(depthOf)));
  const queue = scanned.flatMap(({ isGlob, base }) => (isGlob ? [{ way: base, level: depthOf(base) }] : []));
  const seen = new Set<string>();
  for (let next = queue.shift(); next && seen.size < MOST_DIRECTORIES; next = queue.shift()) {
    if (seen.has(next.way)) continue;
    seen.add(next.way);
    if (isWanted(next.way) && !refused(next.way)) found.push(join(directory, next.way));
    if (next.level >= depth) continue;
    for (const name of files.directories(join(directory, next.way)))
      if (!NOT_ENTERED.has(name))
        queue.push({ way: next.way === "" ? name : `${next.way}/${name}`, level: next.level + 1 });
  }
  return found;
}

function depthOf(pattern: string): number {
  return pattern === "" ? 0 : pattern.includes("**") ? DEEPEST : pattern.split("/").length;
}

/** A pattern that would take hours, or is none, matches nothing. `dot`: whether stars match names that begin with a dot. */
export function matcher(patterns: readonly string[], { dot } = { dot: true }): (path: string) => boolean {
  const tests = patterns.flatMap((pattern) => {
    if (pattern.length > 200 || (pattern.match(/\*/g)?.length ?? 0) > 12) return [];
    try {
      return [picomatch(pattern, { dot })];
    } catch {
      return [];
    }
  });
  return (path) => tests.some((test) => test(path));
}
