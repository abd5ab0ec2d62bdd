import { statSync, type Stats } from "node:fs";
import { dirname, resolve } from "node:path";
import { isWithin } from "../../../rules/src/program/paths.ts";
import { reasonOf } from "../../../rules/src/program/read-file.ts";
import { isCode } from "./code-files.ts";
import { listFiles, type Unreadable } from "./files.ts";

export interface Selection {
  files: string[];
  /** For each file outside the working directory the directory that was named; its path counts from there. */
  bases: ReadonlyMap<string, string>;
  /** The files that were named outright. */
  named: ReadonlySet<string>;
  /** Named paths that do not exist. */
  missing: string[];
  /** Named files that are neither JavaScript nor TypeScript. */
  other: string[];
  /** Named paths, and directories on the way, that cannot be looked into. */
  unreadable: Unreadable[];
}

/** The files that the paths of a command line mean. A file named outright is taken whatever ignores it. */
export async function selectFiles(paths: readonly string[], cwd: string): Promise<Selection> {
  const files = new Set<string>();
  const bases = new Map<string, string>();
  const named = new Set<string>();
  const missing: string[] = [];
  const other: string[] = [];
  const unreadable = new Map<string, string>();
  const report = ({ path, reason }: Unreadable) => void unreadable.set(path, reason);
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const stat = statOf(absolute, report);
    if (stat === null) continue;
    // Nothing at all is what a shell makes of a variable that nobody has set.
    if (!stat || path === "") missing.push(path);
    else if (stat.isDirectory() || isPlain(absolute, stat, path, other, report)) {
      const base = stat.isDirectory() ? absolute : dirname(absolute);
      const inside = isWithin(cwd, absolute);
      if (!stat.isDirectory()) named.add(absolute);
      for (const file of stat.isDirectory() ? await listFiles(absolute, report) : [absolute]) {
        files.add(file);
        if (!inside && !bases.has(file)) bases.set(file, base);
      }
    }
  }
  return {
    files: [...files],
    bases,
    named,
    missing,
    other,
    unreadable: [...unreadable].map(([path, reason]) => ({ path, reason })),
  };
}

/** Undefined where there is nothing; null, and reported, where nobody lets us look. */
function statOf(path: string, report: (unreadable: Unreadable) => void): Stats | undefined | null {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    report({ path, reason: reasonOf(error) });
    return null;
  }
}

/** Whether a named path is a file that may hold code; else the reason is reported. */
function isPlain(
  absolute: string,
  stat: Stats,
  path: string,
  other: string[],
  report: (unreadable: Unreadable) => void,
): boolean {
  if (!stat.isFile())
    report({
      path: absolute,
      reason: `it is ${stat.isFIFO() ? "a pipe" : stat.isSocket() ? "a socket" : "a device"}, not a file`,
    });
  else if (!isCode(path) && /\.[^./\\]+$/.test(path)) other.push(path);
  else return true;
  return false;
}
