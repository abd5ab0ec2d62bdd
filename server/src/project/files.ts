import { execFile } from "node:child_process";
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import { reasonOf } from "../../../rules/src/program/read-file.ts";
import { holdsCode, isCode } from "./code-files.ts";

const SKIPPED = new Set(["node_modules", ".git"]);

/** A path that is there and cannot be looked into. */
export interface Unreadable {
  /** Absolute. */
  path: string;
  /** "permission denied", as the file system says it. */
  reason: string;
}

/**
 * The JavaScript and TypeScript files below a directory, as absolute paths in a stable order.
 * Leaves out what Git ignores, node_modules and .git; the directory itself may be ignored or lie in node_modules.
 * `report` is given each directory that cannot be read, perhaps more than once.
 */
export async function listFiles(
  directory: string,
  report: (unreadable: Unreadable) => void = () => {},
): Promise<string[]> {
  const root = resolve(directory);
  const listed = (await listedByGit(root, report)) ?? [];
  // Git says nothing at all of a directory that it ignores; whoever names one wants to see into it.
  return (listed.length > 0 ? listed : walk(root, report)).sort();
}

/** What Git knows and does not ignore; null where there is no Git or no checkout. */
async function listedByGit(root: string, report: (unreadable: Unreadable) => void): Promise<string[] | null> {
  const answer = await git(root, ["ls-files", "-t", "--stage", "--others", "--exclude-standard", "-z"]);
  if (answer === null) return null;
  const { output, warnings } = answer;
  const closed = [...warnings.matchAll(/^warning: could not open directory '(.*)': (.+)$/gm)];
  // Git names them as seen from the top of the checkout.
  const top =
    closed.length > 0 ? ((await git(root, ["rev-parse", "--show-toplevel"]))?.output.replace(/\n$/, "") ?? root) : root;
  for (const [, path = "", reason = ""] of closed) report({ path: resolve(top, path), reason: reason.toLowerCase() });
  const files = new Set<string>();
  const directories: string[] = [];
  // Git's paths are in order: to join each of them would take longer than all else here.
  const above = root.endsWith(sep) ? root : root + sep;
  for (const { path, mode } of entriesOf(output)) {
    if (skipped(path)) continue;
    const at = above + path.replaceAll("/", sep);
    if (isMisnamed(root, path, report)) continue;
    const isFile = mode !== SUBMODULE && holdsCode(at);
    // A checkout inside the checkout stands there as one entry.
    const isFolder = mode === SUBMODULE ? isDirectory(at) : path.endsWith("/");
    // A link may lead anywhere; what it leads to is checked where it stands, if it stands here.
    if (isFile && (mode === FILE || !isLink(at))) files.add(at);
    else if (isFolder && !isLink(at)) directories.push(at);
  }
  const inside = await Promise.all(directories.map((each) => listFiles(each, report)));
  return [...files, ...inside.flat()];
}

/** What Git has noted of an entry: its mode, without the bit that makes a file a program. */
type Mode = typeof FILE | typeof SUBMODULE | "other";
const TAG_LENGTH = 2;
const MODE_LENGTH = 6;
const FILE = "file";
const SUBMODULE = "submodule";
const MODES: ReadonlyMap<string, Mode> = new Map([
  ["100644", FILE],
  ["100755", FILE],
  ["160000", SUBMODULE],
]);

/** What `git ls-files -t --stage -z` writes: "H 100644 HASH 0<tab>path" of what it knows, "? path" of others. */
function* entriesOf(output: string): Generator<{ path: string; mode: Mode }> {
  for (const entry of output.split("\0")) {
    if (entry === "") continue;
    const tagged = entry.slice(TAG_LENGTH);
    const known = !entry.startsWith("? ");
    const path = known ? tagged.slice(tagged.indexOf("\t") + 1) : tagged;
    yield { path, mode: (known && MODES.get(tagged.slice(0, MODE_LENGTH))) || "other" };
  }
}

function git(cwd: string, args: readonly string[]): Promise<{ output: string; warnings: string } | null> {
  // A hook that runs us has set these for another repository; and a repository that nobody trusts may name a program as its fsmonitor.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env;
  return new Promise((done) => {
    execFile(
      "git",
      ["-c", "core.fsmonitor=false", ...args],
      { cwd, env: { ...env, LC_ALL: "C" }, maxBuffer: 1 << 30, windowsHide: true },
      (error, output, warnings) => done(error ? null : { output, warnings }),
    );
  });
}

function skipped(path: string): boolean {
  // Most paths hold neither name, not even as a part of another.
  return [...SKIPPED].some((name) => path.includes(name)) && path.split("/").some((part) => SKIPPED.has(part));
}

interface Patterns {
  /** Patterns are relative to this directory. */
  base: string;
  matcher: Ignore;
}

/** The same without Git's help. */
function walk(root: string, report: (unreadable: Unreadable) => void): string[] {
  const files: string[] = [];
  const queue: { directory: string; patterns: readonly Patterns[] }[] = [
    { directory: root, patterns: inherited(root) },
  ];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const patterns = withOwn(next.directory, next.patterns);
    for (const entry of entries(next.directory, report)) {
      const path = join(next.directory, entry.name);
      if (ignores(patterns, path, entry.isDirectory())) continue;
      if (isMisnamed(next.directory, entry.isDirectory() ? `${entry.name}/` : entry.name, report)) continue;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) queue.push({ directory: path, patterns });
      } else if (entry.isFile() && holdsCode(path)) files.push(path);
    }
  }
  return files;
}

/**
 * Whether a name has bytes that are not UTF-8: what they were read as leads to no file. A directory, or a file that may hold code,
 * is reported. `path`: relative to `base`, a directory's with a slash at its end.
 */
function isMisnamed(base: string, path: string, report: (unreadable: Unreadable) => void): boolean {
  if (!path.includes("\ufffd") || existsSync(join(base, path))) return false;
  const [outermost = path] = /^.*?\ufffd[^/]*/s.exec(path) ?? [];
  if (isCode(path) || path.endsWith("/"))
    report({ path: join(base, outermost), reason: "its name is not written in UTF-8" });
  return true;
}

function entries(directory: string, report: (unreadable: Unreadable) => void) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    // It may be gone meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") report({ path: directory, reason: reasonOf(error) });
    return [];
  }
}

/** The patterns of the directories above, as far as the checkout reaches; none where they ignore the root itself. */
function inherited(root: string): readonly Patterns[] {
  const above: string[] = [];
  for (let at = root; ; at = dirname(at)) {
    if (at !== root) above.unshift(at);
    if (existsSync(join(at, ".git"))) {
      const patterns = above.reduce((all, each) => withOwn(each, all), readPatterns(at, ".git/info/exclude", []));
      const ancestors = [...above.slice(1), root];
      return at !== root && ancestors.some((each) => ignores(patterns, each, true)) ? [] : patterns;
    }
    if (dirname(at) === at) return [];
  }
}

function withOwn(directory: string, patterns: readonly Patterns[]): readonly Patterns[] {
  return readPatterns(directory, ".gitignore", patterns);
}

function readPatterns(base: string, name: string, patterns: readonly Patterns[]): readonly Patterns[] {
  try {
    return [...patterns, { base, matcher: ignore().add(readFileSync(join(base, name), "utf8")) }];
  } catch {
    return patterns;
  }
}

/** The pattern file nearest to a path decides, as in gitignore(5). */
function ignores(patterns: readonly Patterns[], path: string, directory: boolean): boolean {
  for (const { base, matcher } of patterns.toReversed()) {
    const below = relative(base, path).replaceAll(sep, "/");
    if (below === "" || below.startsWith("../../")) continue;
    const { ignored, unignored } = matcher.test(directory ? `${below}/` : below);
    if (ignored) return true;
    if (unignored) return false;
  }
  return false;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
