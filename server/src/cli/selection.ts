import { existsSync, readdirSync } from "node:fs";
import platform, { basename, dirname, join, relative, resolve, type PlatformPath } from "node:path";
import picomatch from "picomatch";
import { nearest } from "../../../rules/src/nearest.ts";
import { listFiles, type Unreadable } from "../project/files.ts";
import { selectFiles } from "../project/selected-files.ts";
import { quoted } from "../nearest.ts";
import { isOutside, shown } from "./formats/words.ts";

/** The files that a command line is about. */
export interface Selection {
  files: readonly string[];
  /** Of files outside the working directory: what their paths count from. */
  bases: ReadonlyMap<string, string>;
  /** Files that were named themselves; they are checked even if a machine has written them. */
  named: ReadonlySet<string>;
  /** Paths of files that hold another language, as written. */
  other: readonly string[];
  /** What is not there or cannot be read, one line each. */
  problems: readonly string[];
}

/** Selects the files of paths and globs. @throws UsageError where `since` names no commit. */
export async function select(paths: readonly string[], since: string | null, cwd: string): Promise<Selection> {
  // A path that is there is one, whatever signs its name holds.
  const globs = paths.filter((path) => isGlob(path) && !existsSync(resolve(cwd, path)));
  const plain = paths.filter((path) => !globs.includes(path));
  const [selected, ...matched] = await Promise.all([
    selectFiles(plain, cwd),
    ...globs.map((glob) => filesOf(glob, cwd)),
  ]);
  const files = new Set(selected.files);
  const bases = new Map(selected.bases);
  for (const { found, base } of matched)
    for (const file of found) {
      if (!files.has(file) && isOutside(relative(cwd, file))) bases.set(file, base);
      files.add(file);
    }
  const unreadable = [...selected.unreadable, ...matched.flatMap((each) => each.unreadable)];
  const empty = globs.filter((_, i) => matched[i]?.found.length === 0);
  const isConcerned = since === null ? () => true : await concernedSince(since, cwd, bases);
  return {
    files: [...files].filter(isConcerned),
    bases,
    named: selected.named,
    other: selected.other,
    problems: [
      ...selected.missing.map(
        (path) => `no such file or directory: ${path === "" ? quoted(path) : path}${near(path, cwd)}`,
      ),
      ...empty.map((glob) => `no JavaScript or TypeScript file matches ${quoted(glob)}.`),
      ...unreadable.map(({ path, reason }) => `cannot read ${shown(path, cwd)}: ${reason}.`),
    ],
  };
}

/** Who depends on what has changed is known by the whole program: what finds that out is large. */
async function concernedSince(ref: string, cwd: string, bases: Selection["bases"]): Promise<(path: string) => boolean> {
  const { changedSince, dependingOn } = await import("./since.ts");
  return dependingOn(await changedSince(ref, cwd), cwd, bases);
}

/** A path or glob as it was typed, with the slashes that globs know: on Windows no name holds a backslash. */
export function withSlashes(typed: string, { sep }: Pick<PlatformPath, "sep"> = platform): string {
  return sep === "\\" ? typed.replaceAll("\\", "/") : typed;
}

function isGlob(path: string): boolean {
  return picomatch.scan(withSlashes(path)).isGlob;
}

async function filesOf(
  glob: string,
  cwd: string,
): Promise<{ found: string[]; base: string; unreadable: readonly Unreadable[] }> {
  const { base: start, glob: pattern } = picomatch.scan(withSlashes(glob).replace(/^\.\//, ""));
  const base = resolve(cwd, start);
  const unreadable = new Map<string, Unreadable>();
  if (!existsSync(base)) return { found: [], base, unreadable: [] };
  const matches = picomatch(pattern, { dot: true });
  const all = await listFiles(base, (each) => void unreadable.set(each.path, each));
  return {
    found: all.filter((file) => matches(relative(base, file).replaceAll("\\", "/"))),
    base,
    unreadable: [...unreadable.values()],
  };
}

/** ". Did you mean src?", where something of a similar name is there: the whole path, or as much of it as there is. */
function near(path: string, cwd: string): string {
  const right = path === "" ? null : (withSlash(path, cwd) ?? nearestPath(resolve(cwd, path)));
  return right === null ? "" : `. Did you mean ${shown(right, cwd)}?`;
}

/** A path of Windows on another system. */
function withSlash(path: string, cwd: string): string | null {
  const right = resolve(cwd, path.replaceAll("\\", "/"));
  return path.includes("\\") && existsSync(right) ? right : null;
}

function nearestPath(path: string): string | null {
  const above = dirname(path);
  if (above === path) return null;
  // Of a path below what is not there, the upper part is what is wrong.
  const folder = existsSync(above) ? above : nearestPath(above);
  if (folder === null) return null;
  if (folder !== above) {
    const right = join(folder, basename(path));
    return existsSync(right) ? right : folder;
  }
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  // A link to nothing has its own name.
  const name = nearest(
    basename(path),
    names.filter((each) => each !== basename(path)),
  );
  return name === null ? null : join(folder, name);
}
